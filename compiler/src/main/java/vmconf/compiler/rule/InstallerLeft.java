package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Keyword;

/// A medium to install from in a VM that starts by itself.
final class InstallerLeft implements Rule {
    private static final List<String> INSTALLERS =
            List.of("install", "netinst", "miniroot", "bootonly", "live-server", "disc1", "dvd");

    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM245",
                    Severity.NOTE,
                    "installer medium is still there",
                    "A machine that starts together with vmd may boot the installer again.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        cdrom "/var/iso/install79.iso"
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
            if (Bootless.hasCdrom(vm) && hasDisk(vm) && Blocks.enabled(vm.options())) {
                finding(vm).ifPresent(findings::add);
            }
        }
        return findings.stream();
    }

    private static boolean hasDisk(Directive.Vm vm) {
        return Blocks.last(vm.options(), Directive.Disk.class).isPresent();
    }

    private static Optional<Diagnostic> finding(Directive.Vm vm) {
        String name = vm.name().text();
        Optional<Diagnostic> forced =
                Blocks.last(vm.options(), Directive.BootDevice.class)
                        .filter(each -> each.device() == Keyword.CDROM)
                        .map(
                                each ->
                                        INFO.at(
                                                        each.span(),
                                                        "VM \"%s\" boots from its cdrom whenever vmd starts"
                                                                .formatted(name))
                                                .withHelp("remove the line once it is installed"));
        return forced.or(
                () ->
                        Blocks.last(vm.options(), Directive.Cdrom.class)
                                .filter(cdrom -> isInstaller(cdrom.path().text()))
                                .map(
                                        cdrom ->
                                                INFO.at(
                                                                cdrom.path().span(),
                                                                "VM \"%s\" still has the installer medium \"%s\""
                                                                        .formatted(
                                                                                name,
                                                                                Paths.fileName(
                                                                                        cdrom.path()
                                                                                                .text())))
                                                        .withHelp(
                                                                "remove the line once it is installed")));
    }

    private static boolean isInstaller(String path) {
        String file = Paths.fileName(path).toLowerCase(Locale.ROOT);
        for (String word : INSTALLERS) {
            if (file.contains(word)) {
                return true;
            }
        }
        return file.startsWith("cd") && file.length() > 2 && Character.isDigit(file.charAt(2));
    }
}
