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
import vmconf.compiler.syntax.Word;

/// A staggered start that starts nothing, or one group after the other without a pause.
final class StartsNothing implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM249",
                    Severity.WARNING,
                    "staggered start makes no sense",
                    "vmd takes any numbers: with none in parallel no machine ever starts, and a delay below 0 is none.",
                    """
                    staggered start parallel 0 delay 30
                    """,
                    """
                    staggered start parallel 2 delay 30
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Directive.StaggeredStart> settings =
                config.all(Directive.StaggeredStart.class).toList();
        if (settings.isEmpty()) {
            return Stream.empty();
        }
        List<Diagnostic> findings = new ArrayList<>();
        Directive.StaggeredStart start = settings.getLast();
        if (isBelow(start.parallel(), 1)) {
            findings.add(
                    INFO.at(
                            start.parallel().span(),
                            "no machine starts with %s in parallel"
                                    .formatted(start.parallel().text())));
        }
        if (isBelow(start.delay(), 0)) {
            findings.add(
                    INFO.at(
                            start.delay().span(),
                            "delay %s is less than no delay".formatted(start.delay().text())));
        }
        List<Directive.Vm> vms = config.vms().toList();
        boolean none = vms.stream().noneMatch(vm -> Blocks.enabled(vm.options()));
        if (findings.isEmpty() && !vms.isEmpty() && none) {
            findings.add(
                    INFO.at(start.span(), "every machine is disabled, so none starts by itself"));
        }
        return findings.stream();
    }

    private static boolean isBelow(Word number, long least) {
        return number.known() && Long.parseLong(number.text()) < least;
    }
}
