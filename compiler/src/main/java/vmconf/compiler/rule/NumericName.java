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

/// A VM whose name is a number.
final class NumericName implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM312",
                    Severity.WARNING,
                    "VM name is a number",
                    "vmctl takes a number for the id of a machine, so that this one cannot be named.",
                    """
                    vm "42" {
                        disk "/var/vm/a.img"
                    }
                    """,
                    """
                    vm "vm42" {
                        disk "/var/vm/a.img"
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
            if (name.known() && isNumber(name.text())) {
                findings.add(
                        INFO.at(
                                        name.span(),
                                        "vmctl takes \"%s\" for an id, not for a name"
                                                .formatted(name.text()))
                                .withHelp("start the name with a letter"));
            }
        }
        return findings.stream();
    }

    static boolean isNumber(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
