package vmconf.compiler.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
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
        Map<String, Word> first = new HashMap<>();
        return config.vms()
                .map(vm -> vm.name())
                .filter(Word::known)
                .flatMap(
                        name -> {
                            Word other = first.putIfAbsent(name.text(), name);
                            return other == null
                                    ? Stream.of()
                                    : Stream.of(
                                            INFO.at(
                                                            name.span(),
                                                            "VM \"%s\" is defined twice"
                                                                    .formatted(name.text()))
                                                    .with(other.span(), "first defined here"));
                        });
    }
}
