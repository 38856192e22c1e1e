package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.HostNames;

/// The name of a tap, bridge, group or switch that the host could not have.
final class InvalidInterfaceName implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM306",
                    Severity.ERROR,
                    "interface, group or switch name is invalid",
                    "The name behind \"interface\" is a tap in a vm block and a bridge in a switch block; groups do not end in a digit.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface "uplink"
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
        List<Diagnostic> findings = new ArrayList<>();
        Switches switches = Switches.of(config);
        for (Directive.Interface nic : config.ofVms(Directive.Interface.class).toList()) {
            if (nic.name().isPresent()) {
                checkTap(nic.name().get(), switches, findings);
            }
        }
        for (var each : config.ofLinks(Directive.SwitchInterface.class).toList()) {
            add("switch interface", each.bridge(), bridge(each.bridge().text()), findings);
        }
        for (Directive.Group each : config.ofLinks(Directive.Group.class).toList()) {
            add("group", each.name(), HostNames.group(each.name().text()), findings);
        }
        for (var each : config.ofLinks(Directive.InterfaceSwitch.class).toList()) {
            String name = each.name().text();
            add("switch", each.name(), HostNames.tooLong(name, HostNames.MAX_NAME), findings);
        }
        return findings.stream();
    }

    /// The name of a switch is reported as such.
    private static void checkTap(Word name, Switches switches, List<Diagnostic> findings) {
        if (SwitchAsInterface.meant(name, switches).isEmpty()) {
            finding("interface", name, HostNames.tap(name.text()))
                    .map(each -> each.withHelp(joining(name.text())))
                    .ifPresent(findings::add);
        }
    }

    /// What somebody wants who gives an interface a name of his own.
    private static Optional<String> joining(String name) {
        return HostNames.isTap(name)
                ? Optional.empty()
                : Optional.of(
                        "to join a switch called \"%1$s\": interface { switch \"%1$s\" }"
                                .formatted(name));
    }

    /// Types that only other releases have are left to [ValueOfOtherRelease].
    private static Optional<String> bridge(String name) {
        return ValueOfOtherRelease.typeOfBridge(name).isPresent()
                ? HostNames.tooLong(name, HostNames.MAX_INTERFACE)
                : HostNames.bridge(name);
    }

    private static void add(
            String what, Word name, Optional<String> reason, List<Diagnostic> findings) {
        finding(what, name, reason).ifPresent(findings::add);
    }

    private static Optional<Diagnostic> finding(String what, Word name, Optional<String> reason) {
        return reason.filter(_ -> name.known())
                .map(
                        why ->
                                INFO.at(
                                        name.span(),
                                        "invalid %s \"%s\": %s".formatted(what, name.text(), why)));
    }
}
