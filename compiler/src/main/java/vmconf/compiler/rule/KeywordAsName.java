package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Vocabulary;
import vmconf.compiler.syntax.Word;

/// A VM or a switch that is named like a directive.
final class KeywordAsName implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM314",
                    Severity.NOTE,
                    "name is a keyword",
                    "It is a name only in quotes, wherever it is written.",
                    """
                    vm "disk" {
                        disk "/var/vm/a.img"
                    }
                    """,
                    """
                    vm "disk1" {
                        disk "/var/vm/a.img"
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        Target target = config.target();
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Switch each : config.switches().toList()) {
            check("switch", each.name(), target, findings);
        }
        for (Directive.Vm vm : config.vms().toList()) {
            check("VM", vm.name(), target, findings);
        }
        return findings.stream();
    }

    private static void check(String what, Word name, Target target, List<Diagnostic> findings) {
        if (name.known() && isKeyword(name.text(), target)) {
            findings.add(
                    INFO.at(
                            name.span(),
                            "%s name \"%s\" is a keyword".formatted(what, name.text())));
        }
    }

    private static boolean isKeyword(String name, Target target) {
        return Vocabulary.NATIVE
                .keyword(name)
                .filter(keyword -> target.isNative() || !keyword.nativeOnly())
                .filter(keyword -> keyword.since().compareTo(target.release()) <= 0)
                .filter(keyword -> keyword.until().compareTo(target.release()) >= 0)
                .isPresent();
    }
}
