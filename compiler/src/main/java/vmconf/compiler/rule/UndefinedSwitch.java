package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
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
        List<Diagnostic> findings = new ArrayList<>();
        for (var each : config.ofLinks(Directive.InterfaceSwitch.class).toList()) {
            if (each.name().known()) {
                check(each.name(), switches, findings);
            }
        }
        return findings.stream();
    }

    private static void check(Word name, Switches switches, List<Diagnostic> findings) {
        Optional<Directive.Switch> found = switches.named(name.text());
        if (found.isEmpty()) {
            findings.add(undefined(name, switches));
        } else if (!Blocks.enabled(found.get().options())) {
            findings.add(
                    INFO.at(name.span(), "switch \"%s\" is disabled".formatted(name.text()))
                            .with(found.get().name().span(), "defined and disabled here"));
        }
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
