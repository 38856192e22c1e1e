package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// A switch that is disabled and that nothing joins.
final class DisabledSwitch implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM251",
                    Severity.NOTE,
                    "switch is disabled",
                    "vmd checks a disabled switch and then drops it, as if its block were not there.",
                    """
                    switch "uplink" {
                        interface bridge0
                        disable
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
        List<Directive.Switch> disabled = new ArrayList<>();
        for (Directive.Switch each : config.switches().toList()) {
            if (!Blocks.enabled(each.options())) {
                disabled.add(each);
            }
        }
        if (disabled.isEmpty()) {
            return Stream.empty();
        }
        // Where an interface joins it, that is reported.
        Set<String> joined = new HashSet<>();
        config.ofLinks(Directive.InterfaceSwitch.class)
                .forEach(each -> joined.add(each.name().text()));
        return disabled.stream()
                .filter(each -> !joined.contains(each.name().text()))
                .map(
                        each ->
                                INFO.at(
                                        each.name().span(),
                                        "switch \"%s\" is disabled, so its options have no effect"
                                                .formatted(each.name().text())));
    }
}
