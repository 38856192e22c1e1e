package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// A VM without anything to boot from.
final class NothingToBoot implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM241",
                            Severity.ERROR,
                            "nothing to boot from",
                            "vmd refuses to load a machine without a disk and a cdrom, even one that boots a kernel (\"no kernel or disk/cdrom specified\"); our own runtime takes a kernel alone, and `boot device net`.",
                            """
                            vm "a" {
                                memory 512M
                            }
                            """,
                            """
                            vm "a" {
                                disk "/var/vm/a.img"
                                memory 512M
                            }
                            """)
                    .asAdjustable();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Bootless.of(config, Bootless.Kind.NO_MEDIUM).stream().map(NothingToBoot::finding);
    }

    private static Diagnostic finding(Directive.Vm vm) {
        String name = vm.name().text();
        var kernel = Settings.all(vm.options(), Directive.Boot.class).findFirst();
        if (kernel.isPresent()) {
            return INFO.at(
                            kernel.get().span(),
                            "VM \"%s\" has a kernel, but neither disk nor cdrom".formatted(name))
                    .withHelp(
                            "vmd refuses it as if it had no kernel; add a disk, even an empty one");
        }
        return INFO.at(vm.name().span(), "VM \"%s\" has nothing to boot from".formatted(name))
                .withHelp(
                        vm.parent().isPresent()
                                ? "add a disk; instances do not take over that of their parent"
                                : "add a disk, such as: disk \"/var/vm/%s.img\"".formatted(name));
    }
}
