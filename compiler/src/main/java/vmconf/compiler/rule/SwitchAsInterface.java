package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Spelling;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.HostNames;

/// An interface whose name is that of a switch.
final class SwitchAsInterface implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM205",
                    Severity.ERROR,
                    "name of an interface is that of a switch",
                    "The word behind \"interface\" is a tap of the host, so vmd refuses any other; a switch is named by the option \"switch\".",
                    """
                    switch "uplink" {
                        interface bridge0
                    }
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
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Interface nic : config.ofVms(Directive.Interface.class).toList()) {
            if (nic.name().isPresent()) {
                Word name = nic.name().get();
                meant(name, switches)
                        .map(meant -> finding(nic, name, meant))
                        .ifPresent(findings::add);
            }
        }
        return findings.stream();
    }

    /// The switch that somebody meant by the name of an interface, if it is no tap.
    static Optional<Directive.Switch> meant(Word name, Switches switches) {
        if (!name.known() || name.text().isEmpty() || HostNames.isTap(name.text())) {
            return Optional.empty();
        }
        return switches.named(name.text()).or(() -> switches.near(name.text()));
    }

    private static Diagnostic finding(Directive.Interface nic, Word name, Directive.Switch meant) {
        String known = meant.name().text();
        boolean same = known.equals(name.text());
        String place = "interface { switch \"%s\" }".formatted(known);
        return INFO.at(
                        name.span(),
                        same
                                ? "\"%s\" is a switch, no interface of the host".formatted(known)
                                : "\"%s\" is no interface of the host".formatted(name.text()))
                .with(meant.name().span(), "switch \"%s\" is defined here".formatted(known))
                .withHelp("to join the switch write: " + place)
                .withFix(fix(nic, name, known));
    }

    /// A local interface may be meant to be local, so its fix is a guess, as is one by likeness.
    private static Optional<Fix> fix(Directive.Interface nic, Word name, String known) {
        boolean safe =
                known.equals(name.text())
                        && !nic.local()
                        && Settings.all(nic.options(), Directive.InterfaceSwitch.class)
                                .allMatch(join -> join.name().text().equals(known));
        return Spelling.like(name, known)
                .flatMap(
                        text ->
                                new InterfaceText(nic)
                                        .joining(
                                                "join the switch \"%s\"".formatted(known),
                                                safe,
                                                text));
    }
}
