package vmconf.compiler.rule;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.FollowedInclude.Outcome;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

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
        boolean complete =
                config.problems().isEmpty()
                        && config.includes().stream()
                                .allMatch(each -> each.outcome() instanceof Outcome.Read);
        if (!complete
                || config.switches().findAny().isEmpty()
                || config.vms().findAny().isEmpty()) {
            return Stream.empty();
        }
        Switches switches = Switches.of(config);
        Set<String> joined = new HashSet<>();
        config.ofLinks(Directive.InterfaceSwitch.class)
                .forEach(option -> join(option.name(), switches, joined));
        config.ofVms(Directive.Interface.class)
                .forEach(nic -> nic.name().ifPresent(name -> join(name, switches, joined)));
        return switches.all().stream()
                .filter(each -> !each.name().text().isEmpty() && Blocks.enabled(each.options()))
                .filter(each -> !joined.contains(each.name().text()))
                .map(UnusedSwitch::finding);
    }

    /// The switch that an interface names, or the one that it seems to mean.
    private static void join(Word name, Switches switches, Set<String> joined) {
        switches.named(name.text())
                .or(() -> switches.near(name.text()))
                .ifPresent(each -> joined.add(each.name().text()));
    }

    private static Diagnostic finding(Directive.Switch each) {
        return INFO.at(
                        each.name().span(),
                        "no interface joins switch \"%s\"".formatted(each.name().text()))
                .withFix(Fix.removeLines("remove the switch", false, each.span()));
    }
}
