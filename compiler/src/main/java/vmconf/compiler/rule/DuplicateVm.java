package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// Two VMs of one name.
final class DuplicateVm implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM202",
                            Severity.ERROR,
                            "VM is defined twice",
                            "vmd silently skips the second definition, but takes its boot image.",
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    vm "a" {
                        disk "/var/vm/b.img"
                    }
                    """,
                            """
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    vm "b" {
                        disk "/var/vm/b.img"
                    }
                    """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.vmsHaveOwnNames()) {
            return Stream.empty();
        }
        Map<String, Word> first = new HashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            Word name = vm.name();
            Word other = name.known() ? first.putIfAbsent(name.text(), name) : null;
            if (other != null) {
                findings.add(finding(name, other));
            }
        }
        return findings.stream();
    }

    private static Diagnostic finding(Word again, Word first) {
        return INFO.at(again.span(), "VM \"%s\" is defined twice".formatted(again.text()))
                .with(first.span(), "first defined here");
    }
}
