package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;

/// A VM, no instance, none of whose options is a device for vmd.
final class NoDevices implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM240",
                            Severity.ERROR,
                            "VM without devices",
                            "vmd refuses to load a machine that has no memory, disk, cdrom, kernel or interface of its own (\"invalid configuration, no devices\").",
                            """
                            vm "a" {
                                owner operator
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                owner operator
                            }
                            """)
                    .onlyOpenbsd()
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Bootless.of(config, Bootless.Kind.NO_DEVICES).stream()
                .filter(vm -> vm.parent().isEmpty())
                .map(
                        vm ->
                                INFO.at(
                                                vm.name().span(),
                                                "VM \"%s\" has no devices"
                                                        .formatted(vm.name().text()))
                                        .withHelp(
                                                "add a disk, such as: disk \"/var/vm/%s.img\""
                                                        .formatted(vm.name().text())));
    }
}
