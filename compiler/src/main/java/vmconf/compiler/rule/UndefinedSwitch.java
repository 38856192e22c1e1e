package vmconf.compiler.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Suggestion;
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
        Map<String, Directive.Switch> switches = new HashMap<>();
        config.switches().forEach(each -> switches.putIfAbsent(each.name().text(), each));
        List<String> names = config.switches().map(each -> each.name().text()).toList();
        return config.ofLinks(Directive.InterfaceSwitch.class)
                .map(Directive.InterfaceSwitch::name)
                .filter(Word::known)
                .flatMap(name -> finding(name, switches, names).stream());
    }

    private static Optional<Diagnostic> finding(
            Word name, Map<String, Directive.Switch> switches, List<String> names) {
        Directive.Switch found = switches.get(name.text());
        if (found == null) {
            return Optional.of(undefined(name, switches, names));
        }
        if (!Blocks.enabled(found.options())) {
            return Optional.of(
                    INFO.at(name.span(), "switch \"%s\" is disabled".formatted(name.text()))
                            .with(found.name().span(), "defined and disabled here"));
        }
        return Optional.empty();
    }

    private static Diagnostic undefined(
            Word name, Map<String, Directive.Switch> switches, List<String> names) {
        Diagnostic finding =
                INFO.at(name.span(), "switch \"%s\" is not defined".formatted(name.text()));
        Optional<Directive.Switch> near =
                Suggestion.nearest(name.text(), names.stream()).map(switches::get);
        return near.map(Directive.Switch::name)
                .map(
                        word ->
                                finding.withHelp("did you mean \"%s\"?".formatted(word.text()))
                                        .with(
                                                word.span(),
                                                "\"%s\" is defined here".formatted(word.text())))
                .orElse(finding);
    }
}
