package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// A VM whose name starts with a digit.
final class DigitFirst implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM313",
                    Severity.NOTE,
                    "VM name starts with a digit",
                    "vm.conf(5) asks for a letter; vmd has taken digits so far.",
                    """
                    vm "9front" {
                        disk "/var/vm/9front.img"
                    }
                    """,
                    """
                    vm "front9" {
                        disk "/var/vm/9front.img"
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            Word name = vm.name();
            if (name.known()
                    && !name.text().isEmpty()
                    && NumericName.isNumber(name.text().substring(0, 1))
                    && !NumericName.isNumber(name.text())) {
                findings.add(
                        INFO.at(
                                name.span(),
                                "VM name \"%s\" starts with a digit".formatted(name.text())));
            }
        }
        return findings.stream();
    }
}
