package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// A `local` interface that joins a switch.
final class LocalInterfaceOnSwitch implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM225",
                    Severity.WARNING,
                    "local interface joins a switch",
                    "vmd does both: the tap joins the bridge, yet vmd itself answers the guest's DHCP with an address that only the host can reach.",
                    """
                    switch "uplink" {
                        interface bridge0
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface { switch "uplink" }
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
        return config.ofVms(Directive.Interface.class)
                .filter(Directive.Interface::local)
                .flatMap(
                        nic ->
                                Blocks.last(nic.options(), Directive.InterfaceSwitch.class)
                                        .map(join -> finding(nic, join))
                                        .stream());
    }

    private static Diagnostic finding(Directive.Interface nic, Directive.InterfaceSwitch join) {
        return INFO.at(join.span(), "a local interface does not belong on a switch")
                .withHelp(
                        "leave out \"local\" for the switch's network, or the switch for the host's")
                .withFix(new InterfaceText(nic).withoutLocal("leave out \"local\""));
    }
}
