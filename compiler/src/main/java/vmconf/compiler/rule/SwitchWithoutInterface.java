package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;

/// A switch that names no bridge.
final class SwitchWithoutInterface implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM204",
                    Severity.ERROR,
                    "switch without an interface",
                    "A switch stands for an existing bridge of the host and must name it.",
                    """
                    switch "uplink" {
                        up
                    }
                    """,
                    """
                    switch "uplink" {
                        interface bridge0
                        up
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (!config.target().has(Feature.SWITCH_INTERFACE_REQUIRED)) {
            return Stream.empty();
        }
        return config.switches()
                .filter(
                        each ->
                                !each.options().isEmpty()
                                        && each.options().stream()
                                                .noneMatch(SwitchWithoutInterface::mayNameBridge))
                .map(
                        each ->
                                INFO.at(
                                                each.name().span(),
                                                "switch \"%s\" names no interface"
                                                        .formatted(each.name().text()))
                                        .withHelp("add a line such as: interface bridge0"));
    }

    private static boolean mayNameBridge(Directive.InSwitch option) {
        return option instanceof Directive.SwitchInterface || option instanceof Directive.Broken;
    }
}
