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
import vmconf.compiler.expand.FollowedInclude;
import vmconf.compiler.expand.FollowedInclude.Outcome;
import vmconf.compiler.syntax.Directive;
import vmconf.source.Span;

/// A file that is included twice although nothing has changed in between.
final class RepeatedInclude implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM110",
                    Severity.WARNING,
                    "file is included twice",
                    "Everything in it is read again: its VMs exist already, its macros are defined anew. A file meant as a pattern is another matter: a macro defined in between tells.",
                    """
                    include "/etc/settings.conf"
                    include "/etc/settings.conf"
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """,
                    """
                    include "/etc/settings.conf"
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
        if (config.includes().size() < 2) {
            return Stream.empty();
        }
        return new Reading(config).findings.stream();
    }

    /// Where a file was included, and how many macros had been defined in other files by then.
    private record Inclusion(Span at, int macros) {}

    /// Goes through macros and includes in reading order.
    private static final class Reading {
        private final Map<String, Inclusion> included = new HashMap<>();
        private final Map<String, Integer> macrosByFile = new HashMap<>();
        private final List<Diagnostic> findings = new ArrayList<>();
        private int macros;

        Reading(Config config) {
            int next = 0;
            for (Directive statement : config.statements()) {
                if (statement instanceof Directive.Macro) {
                    macros++;
                    macrosByFile.merge(path(statement.span().file().name()), 1, Integer::sum);
                } else if (statement instanceof Directive.Include include
                        && include.path().known()) {
                    take(config.includes().get(next++));
                }
            }
        }

        private void take(FollowedInclude include) {
            if (!(include.outcome() instanceof Outcome.Read)) {
                return;
            }
            Directive.Include directive = include.directive();
            String path = path(directive.path().text());
            int elsewhere = macros - macrosByFile.getOrDefault(path, 0);
            Inclusion now = new Inclusion(directive.span(), elsewhere);
            Inclusion before = included.put(path, now);
            // It may be read again because its own file is.
            if (before != null
                    && before.macros() == elsewhere
                    && !before.at().startsWith(now.at())) {
                findings.add(finding(directive, before.at()));
            }
        }

        private static String path(String written) {
            String path = written.replace("/./", "/");
            return path.startsWith("./") ? path.substring(2) : path;
        }
    }

    private static Diagnostic finding(Directive.Include include, Span first) {
        return INFO.at(
                        include.path().span(),
                        "\"%s\" is included twice".formatted(include.path().text()))
                .with(first, "first included here")
                .withFix(Fix.removeLines("remove the second include", false, include.span()));
    }
}
