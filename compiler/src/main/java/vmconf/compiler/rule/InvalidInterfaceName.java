package vmconf.compiler.rule;

import java.util.Optional;
import java.util.function.Function;
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
        Switches switches = Switches.of(config);
        return Stream.of(
                        config.ofVms(Directive.Interface.class)
                                .flatMap(nic -> nic.name().stream())
                                .filter(name -> SwitchAsInterface.meant(name, switches).isEmpty())
                                .flatMap(name -> finding("interface", name, HostNames::tap)),
                        config.ofLinks(Directive.SwitchInterface.class)
                                .map(Directive.SwitchInterface::bridge)
                                .flatMap(
                                        name ->
                                                finding(
                                                        "switch interface",
                                                        name,
                                                        InvalidInterfaceName::bridge)),
                        config.ofLinks(Directive.Group.class)
                                .map(Directive.Group::name)
                                .flatMap(name -> finding("group", name, HostNames::group)),
                        config.ofLinks(Directive.InterfaceSwitch.class)
                                .map(Directive.InterfaceSwitch::name)
                                .flatMap(
                                        name ->
                                                finding(
                                                        "switch",
                                                        name,
                                                        text ->
                                                                HostNames.tooLong(
                                                                        text, HostNames.MAX_NAME))))
                .flatMap(findings -> findings);
    }

    /// Types that only other releases have are left to [ValueOfOtherRelease].
    private static Optional<String> bridge(String name) {
        return ValueOfOtherRelease.typeOfBridge(name).isPresent()
                ? HostNames.tooLong(name, HostNames.MAX_INTERFACE)
                : HostNames.bridge(name);
    }

    private static Stream<Diagnostic> finding(
            String what, Word name, Function<String, Optional<String>> rule) {
        return rule.apply(name.text()).stream()
                .filter(reason -> name.known())
                .map(
                        reason ->
                                INFO.at(
                                        name.span(),
                                        "invalid %s \"%s\": %s"
                                                .formatted(what, name.text(), reason)));
    }
}
