package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// One image twice as a disk of one VM.
final class DiskTwice implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM244",
                            Severity.ERROR,
                            "VM uses one disk twice",
                            "A disk is locked when it is opened, so the machine does not start.",
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                disk "/var/vm/a.img"
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                disk "/var/vm/data.img"
                            }
                            """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            if (disks(vm) > 1) {
                check(vm, findings);
            }
        }
        return findings.stream();
    }

    private static int disks(Directive.Vm vm) {
        int disks = 0;
        for (Directive.InVm option : vm.options()) {
            disks += option instanceof Directive.Disk ? 1 : 0;
        }
        return disks;
    }

    private static void check(Directive.Vm vm, List<Diagnostic> findings) {
        Map<String, Directive.Disk> disks = new HashMap<>();
        for (Directive.InVm option : vm.options()) {
            if (option instanceof Directive.Disk disk
                    && disk.path().known()
                    && !Paths.isNull(disk.path().text())) {
                Directive.Disk first = disks.putIfAbsent(Paths.normal(disk.path().text()), disk);
                if (first != null) {
                    findings.add(finding(first, disk));
                }
            }
        }
    }

    private static Diagnostic finding(Directive.Disk first, Directive.Disk second) {
        return INFO.at(
                        second.path().span(),
                        "disk \"%s\" is given twice".formatted(second.path().text()))
                .with(first.path().span(), "first given here")
                .withFix(Fix.removeLines("remove the second one", false, second.span()));
    }
}
