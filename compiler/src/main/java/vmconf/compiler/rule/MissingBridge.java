package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.host.HostFacts;
import vmconf.compiler.syntax.Directive;

/// A switch whose bridge this host does not have; for our own runtime, which makes none.
final class MissingBridge implements Rule {
    static final RuleInfo INFO =
            new RuleInfo(
                            "VM707",
                            Severity.ERROR,
                            "bridge is missing on this host",
                            "The machines of the switch would have no network.",
                            """
                    # target: native
                    switch "uplink" {
                        interface bridge9
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                    }
                    """,
                            """
                    # target: native
                    switch "uplink" {
                        interface bridge0
                    }
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
                    }
                    """)
                    .asAdjustable();

    private final HostFacts host;

    MissingBridge(HostFacts host) {
        this.host = host;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.target().equals(Target.NATIVE)
                ? config.ofLinks(Directive.SwitchInterface.class)
                        .map(Directive.SwitchInterface::bridge)
                        .filter(bridge -> bridge.known() && !host.hasInterface(bridge.text()))
                        .map(
                                bridge ->
                                        INFO.at(
                                                        bridge.span(),
                                                        "no bridge \"%s\" on this host"
                                                                .formatted(bridge.text()))
                                                .withHelp(
                                                        "ip link add %s type bridge && ip link set %s up"
                                                                .formatted(
                                                                        bridge.text(),
                                                                        bridge.text())))
                : Stream.empty();
    }
}
