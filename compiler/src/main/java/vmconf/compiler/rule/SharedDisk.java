package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// One image as the disk of two VMs that start together.
final class SharedDisk implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM243",
                            Severity.ERROR,
                            "two VMs use one disk",
                            "A disk is locked while a machine runs, so the second one does not start.",
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                            }
                            vm "b" {
                                disk "/var/vm/a.img"
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

    private record User(Directive.Vm vm, Word disk) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        Map<String, User> users = new HashMap<>();
        for (Directive.Vm vm : config.vms().toList()) {
            if (!Blocks.enabled(vm.options())) {
                continue;
            }
            for (Directive.InVm option : vm.options()) {
                if (option instanceof Directive.Disk disk && isImage(disk.path())) {
                    User user = new User(vm, disk.path());
                    User first = users.putIfAbsent(Paths.normal(disk.path().text()), user);
                    if (first != null && clash(first, user)) {
                        findings.add(finding(first, user));
                    }
                }
            }
        }
        return findings.stream();
    }

    private static boolean isImage(Word path) {
        return path.known() && !path.text().isEmpty() && !Paths.isNull(path.text());
    }

    /// A second definition of one name is skipped, and an instance with its parent's disk is
    /// refused for that alone.
    private static boolean clash(User first, User second) {
        return !first.vm().name().text().equals(second.vm().name().text())
                && !isParent(first.vm(), second.vm())
                && !isParent(second.vm(), first.vm());
    }

    private static boolean isParent(Directive.Vm vm, Directive.Vm instance) {
        return instance.parent().filter(name -> name.text().equals(vm.name().text())).isPresent();
    }

    private static Diagnostic finding(User first, User second) {
        return INFO.at(
                        second.disk().span(),
                        "disk \"%s\" is also used by VM \"%s\""
                                .formatted(second.disk().text(), first.vm().name().text()))
                .with(first.disk().span(), "first used here")
                .withHelp("give each an image of its own, or disable one of them");
    }
}
