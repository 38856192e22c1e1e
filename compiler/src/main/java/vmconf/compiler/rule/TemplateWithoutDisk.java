package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;

/// A template, which is a disabled VM for others to derive from, without a disk.
final class TemplateWithoutDisk implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                            "VM242",
                            Severity.ERROR,
                            "template without a disk",
                            "vmd refuses to load a machine without a disk and a cdrom, even one that is never started itself. Instances do not take over its disk.",
                            """
                            vm "base" {
                                disable
                                memory 1G
                            }
                            vm "base" instance "a" {
                                disk "/var/vm/a.img"
                            }
                            """,
                            """
                            vm "base" {
                                disable
                                memory 1G
                                disk "/dev/null"
                            }
                            vm "base" instance "a" {
                                disk "/var/vm/a.img"
                            }
                            """)
                    .asAdjustable()
                    .onNative(Severity.NOTE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Bootless.of(config, Bootless.Kind.TEMPLATE).stream()
                .map(
                        vm ->
                                INFO.at(
                                                vm.name().span(),
                                                "template \"%s\" has neither disk nor cdrom"
                                                        .formatted(vm.name().text()))
                                        .withHelp(
                                                "for OpenBSD's vmd give it one that nothing uses: disk \"/dev/null\""));
    }
}
