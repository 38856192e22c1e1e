package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// Memory encryption asked for twice.
final class SevBesideSeves implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM247",
                    Severity.NOTE,
                    "sev beside seves",
                    "\"seves\" encrypts memory as well as the state of the processors.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        sev
                        seves
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        seves
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        if (config.ofVms(Directive.Seves.class).findAny().isEmpty()) {
            return Stream.empty();
        }
        List<Diagnostic> findings = new ArrayList<>();
        for (Directive.Vm vm : config.vms().toList()) {
            Settings.all(vm.options(), Directive.Seves.class)
                    .limit(1)
                    .flatMap(
                            seves ->
                                    Settings.all(vm.options(), Directive.Sev.class)
                                            .limit(1)
                                            .map(sev -> finding(sev, seves)))
                    .forEach(findings::add);
        }
        return findings.stream();
    }

    private static Diagnostic finding(Directive.Sev sev, Directive.Seves seves) {
        return INFO.at(sev.span(), "\"seves\" implies \"sev\"")
                .with(seves.span(), "given here")
                .withFix(Fix.removeLines("remove \"sev\"", true, sev.span()));
    }
}
