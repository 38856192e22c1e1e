package vmconf.compiler.rule;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.rule.Joins.Join;
import vmconf.compiler.syntax.Directive;

/// A switch below the VM that joins it.
final class LateSwitch implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM216",
                            Severity.WARNING,
                            "switch is defined below its members",
                            "vmd looks at the switch when it reads the VM; further down, \"locked lladdr\" and \"rdomain\" of the switch do not reach the interface until the next reload.",
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                    }
                    switch "uplink" {
                        interface bridge0
                        locked lladdr
                    }
                    """,
                            """
                    switch "uplink" {
                        interface bridge0
                        locked lladdr
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                    }
                    """)
                    .onlyOpenbsd();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (!anyBelowMachine(config)) {
            return Stream.empty();
        }
        Map<String, Long> named =
                config.switches()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.name().text(), Collectors.counting()));
        // Once for each switch is enough.
        Set<String> reported = new HashSet<>();
        return Joins.of(config).stream()
                .filter(join -> !join.above() && matters(join.to()))
                .filter(join -> reported.add(join.to().name().text()))
                .map(join -> finding(join, named.getOrDefault(join.to().name().text(), 0L) == 1));
    }

    private static boolean anyBelowMachine(Config config) {
        boolean machine = false;
        for (Directive statement : config.statements()) {
            machine |= statement instanceof Directive.Vm;
            if (machine && statement instanceof Directive.Switch each && matters(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matters(Directive.Switch each) {
        return Blocks.last(each.options(), Directive.LockedLladdr.class).isPresent()
                || Blocks.last(each.options(), Directive.Rdomain.class).isPresent();
    }

    /// @param alone no other switch has its name; of several another one would be the first
    private static Diagnostic finding(Join join, boolean alone) {
        return INFO.at(
                        join.option().name().span(),
                        "switch \"%s\" is defined below this VM".formatted(join.to().name().text()))
                .with(join.to().name().span(), "defined here")
                .withHelp("move the switch above the VMs that join it")
                .withFix(
                        alone
                                ? Moved.above("move the switch above the VM", join.to(), join.vm())
                                : Optional.empty());
    }
}
