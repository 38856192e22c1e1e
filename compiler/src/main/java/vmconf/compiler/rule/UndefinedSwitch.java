package vmconf.compiler.rule;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// An interface that joins a switch which the file does not define, or defines as disabled.
final class UndefinedSwitch implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM201",
                            Severity.ERROR,
                            "interface joins an undefined switch",
                            "vmd only logs it when the machine starts; the guest then has no network.",
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                        interface { switch "uplink" }
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
                    """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        Switches switches = Switches.of(config);
        return config.ofLinks(Directive.InterfaceSwitch.class)
                .map(Directive.InterfaceSwitch::name)
                .filter(Word::known)
                .flatMap(name -> finding(name, switches).stream());
    }

    private static Optional<Diagnostic> finding(Word name, Switches switches) {
        Optional<Directive.Switch> found = switches.named(name.text());
        if (found.isEmpty()) {
            return Optional.of(undefined(name, switches));
        }
        return found.filter(each -> !Blocks.enabled(each.options()))
                .map(
                        each ->
                                INFO.at(
                                                name.span(),
                                                "switch \"%s\" is disabled".formatted(name.text()))
                                        .with(each.name().span(), "defined and disabled here"));
    }

    private static Diagnostic undefined(Word name, Switches switches) {
        Diagnostic finding =
                INFO.at(name.span(), "switch \"%s\" is not defined".formatted(name.text()));
        return switches.near(name.text())
                .map(Directive.Switch::name)
                .map(near -> withNear(finding, name, near))
                .orElse(finding);
    }

    private static Diagnostic withNear(Diagnostic finding, Word name, Word near) {
        return finding.withHelp("did you mean \"%s\"?".formatted(near.text()))
                .with(near.span(), "\"%s\" is defined here".formatted(near.text()))
                .withFix(Replacement.of(name, near.text()));
    }
}
