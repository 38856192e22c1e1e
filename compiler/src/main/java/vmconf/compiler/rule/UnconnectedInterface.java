package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// An interface that leads nowhere.
final class UnconnectedInterface implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM224",
                    Severity.NOTE,
                    "interface is connected to nothing",
                    "An interface is connected by \"local\", by a switch, or by a tap that the host puts into a bridge; the guest of this one talks to itself.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /// The name of an interface that may use any tap.
    private static final String ANY_TAP = "tap";

    /// A switch without a name takes every interface that names none.
    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.switches().anyMatch(each -> each.name().text().isEmpty())) {
            return Stream.empty();
        }
        Trouble trouble = Trouble.of(config);
        return config.ofVms(Directive.Interface.class)
                .filter(nic -> !nic.local() && mayBeAnyTap(nic))
                .filter(
                        nic ->
                                Blocks.last(nic.options(), Directive.InterfaceSwitch.class)
                                        .isEmpty())
                .filter(nic -> !trouble.in(nic.span()))
                .map(
                        nic ->
                                INFO.at(nic.span(), "the interface is connected to nothing")
                                        .withHelp("write \"local interface\", or name a switch")
                                        .withFix(
                                                new InterfaceText(nic)
                                                        .withLocal("make it a local interface")));
    }

    private static boolean mayBeAnyTap(Directive.Interface nic) {
        return nic.name().isEmpty() || nic.name().get().text().equals(ANY_TAP);
    }
}
