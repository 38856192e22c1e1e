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

/// An option of a VM that a later one replaces; those of switches and interfaces are
/// [RepeatedOption]'s.
final class DeadOption implements Rule {
    /// What an option sets, where the last one wins.
    private static final Map<Class<?>, String> SETS =
            Map.ofEntries(
                    Map.entry(Directive.Enable.class, "enable"),
                    Map.entry(Directive.Disable.class, "enable"),
                    Map.entry(Directive.BootDevice.class, "boot device"),
                    Map.entry(Directive.Owner.class, "owner"),
                    Map.entry(Directive.Sev.class, "sev"),
                    Map.entry(Directive.Seves.class, "seves"));

    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM250",
                    Severity.WARNING,
                    "option is replaced further down",
                    "Of several such options in a block the last one counts; the others have no effect.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        enable
                        disable
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        disable
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
            check(vm.options(), findings);
        }
        return findings.stream();
    }

    private static void check(List<? extends Directive> options, List<Diagnostic> findings) {
        int settings = 0;
        for (Directive option : options) {
            settings += SETS.containsKey(option.getClass()) ? 1 : 0;
        }
        if (settings < 2) {
            return;
        }
        Map<String, Directive> counting = new HashMap<>();
        List<Diagnostic> backwards = new ArrayList<>();
        for (Directive option : options.reversed()) {
            String setting = SETS.get(option.getClass());
            if (setting != null) {
                Directive winner = counting.putIfAbsent(setting, option);
                if (winner != null) {
                    backwards.add(finding(setting, option, winner));
                }
            }
        }
        findings.addAll(backwards.reversed());
    }

    private static Diagnostic finding(String setting, Directive dead, Directive winner) {
        boolean same = dead.span().text().equals(winner.span().text());
        String message =
                same
                        ? "\"%s\" is repeated".formatted(setting)
                        : "\"%s\" has no effect".formatted(dead.span().text());
        return INFO.at(dead.span(), message)
                .with(winner.span(), "this one counts")
                .withFix(Fix.removeLines("remove the line without effect", same, dead.span()));
    }
}
