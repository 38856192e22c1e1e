package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;

/// A switch with an empty name.
final class UnnamedSwitch implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM226",
                    Severity.WARNING,
                    "switch has no name",
                    "Every interface that names no switch takes over the locked address and the rdomain of this one.",
                    """
                    switch "" {
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

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.switches()
                .filter(each -> each.name().known() && each.name().text().isEmpty())
                .filter(each -> Blocks.enabled(each.options()))
                .map(each -> INFO.at(each.name().span(), "the name of the switch is empty"));
    }
}
