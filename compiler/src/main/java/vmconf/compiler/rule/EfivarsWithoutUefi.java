package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// A file for UEFI variables of a VM that does not use UEFI.
final class EfivarsWithoutUefi implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM246",
                    Severity.ERROR,
                    "efivars without firmware uefi",
                    "Only UEFI firmware keeps variables. Both directives exist for the target native alone.",
                    """
                    # target: native
                    vm "a" {
                        disk "/var/vm/a.img"
                        efivars "/var/vm/a.vars"
                    }
                    """,
                    """
                    # target: native
                    vm "a" {
                        disk "/var/vm/a.img"
                        firmware uefi
                        efivars "/var/vm/a.vars"
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.ofVms(Directive.Efivars.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            if (config.sound(vm) && !usesUefi(vm)) {
                Settings.all(vm.options(), Directive.Efivars.class)
                        .limit(1)
                        .map(EfivarsWithoutUefi::finding)
                        .forEach(findings::add);
            }
        }
        return findings.stream();
    }

    /// A word that is no firmware is reported as such.
    private static boolean usesUefi(Directive.Vm vm) {
        return Blocks.last(vm.options(), Directive.Firmware.class)
                .filter(firmware -> !firmware.name().text().equals("bios"))
                .isPresent();
    }

    private static Diagnostic finding(Directive.Efivars efivars) {
        return INFO.at(efivars.span(), "\"efivars\" needs \"firmware uefi\"")
                .withHelp("add the line: firmware uefi");
    }
}
