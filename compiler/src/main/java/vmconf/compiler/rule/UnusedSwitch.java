package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.expand.FollowedInclude.Outcome;
import vmconf.compiler.syntax.Directive;

/// A switch that no interface joins.
final class UnusedSwitch implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM221",
                    Severity.NOTE,
                    "switch without members",
                    "No interface of this file joins the switch; \"vmctl start -n\" still can.",
                    """
                    switch "uplink" {
                        interface bridge0
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface
                    }
                    """,
                    """
                    switch "uplink" {
                        interface bridge0
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /// Nothing can be said where text is missing, nor about a file that only defines switches.
    @Override
    public Stream<Diagnostic> check(Config config) {
        if (!isComplete(config)
                || config.switches().findAny().isEmpty()
                || config.vms().findAny().isEmpty()) {
            return Stream.empty();
        }
        Switches switches = Switches.of(config);
        Set<String> joined = joined(config, switches);
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Switch each : switches.all()) {
            String name = each.name().text();
            if (!name.isEmpty() && Blocks.enabled(each.options()) && !joined.contains(name)) {
                findings.add(finding(each));
            }
        }
        return findings.stream();
    }

    private static boolean isComplete(Config config) {
        for (FollowedInclude include : config.includes()) {
            if (!(include.outcome() instanceof Outcome.Read)) {
                return false;
            }
        }
        return config.problems().isEmpty();
    }

    /// The switches that interfaces name, or seem to mean.
    private static Set<String> joined(Config config, Switches switches) {
        // In reading order, as only so many mistyped names are looked up.
        Set<String> named = new LinkedHashSet<>();
        for (var option : config.ofLinks(Directive.InterfaceSwitch.class).toList()) {
            named.add(option.name().text());
        }
        for (Directive.Interface nic : config.ofVms(Directive.Interface.class).toList()) {
            if (nic.name().isPresent()) {
                named.add(nic.name().get().text());
            }
        }
        Set<String> joined = new HashSet<>();
        for (String name : named) {
            switches.named(name)
                    .or(() -> switches.near(name))
                    .ifPresent(each -> joined.add(each.name().text()));
        }
        return joined;
    }

    private static Diagnostic finding(Directive.Switch each) {
        return INFO.at(
                        each.name().span(),
                        "no interface joins switch \"%s\"".formatted(each.name().text()))
                .withFix(Fix.removeLines("remove the switch", false, each.span()));
    }
}
