package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Word;
import vmconf.compiler.value.HostNames;

/// A VM's name that vmd does not accept.
final class InvalidName implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM305",
                    Severity.ERROR,
                    "VM name is invalid",
                    "vmd refuses the machine when it loads the file, though not when it only checks it.",
                    """
                    vm "-a" {
                        disk "/var/vm/a.img"
                    }
                    """,
                    """
                    vm "a" {
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
            Optional<String> reason = reason(name.text(), config.target());
            if (name.known() && reason.isPresent()) {
                findings.add(
                        INFO.at(
                                name.span(),
                                "invalid VM name \"%s\": %s".formatted(name.text(), reason.get())));
            }
        }
        return findings.stream();
    }

    private static Optional<String> reason(String name, Target target) {
        return target.has(Feature.VM_NAME_CHECK)
                ? HostNames.vm(name)
                : HostNames.tooLong(name, HostNames.MAX_NAME);
    }
}
