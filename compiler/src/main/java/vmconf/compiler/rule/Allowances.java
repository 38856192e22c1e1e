package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.source.Span;

/// Takes away the findings that remarks allow, and reports the remarks that allow nothing.
final class Allowances {
    /// A remark that could go.
    static final RuleInfo UNUSED =
            new RuleInfo(
                    "VM602",
                    Severity.WARNING,
                    "allowed finding does not occur",
                    "The remark hides nothing today, but would hide a mistake made tomorrow.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img" # vmconf: allow VM102 nobody reads it
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                    }
                    """);

    private final Config config;
    private final Predicate<String> mayOccur;

    private Allowances(Config config, Predicate<String> mayOccur) {
        this.config = config;
        this.mayOccur = mayOccur;
    }

    /// The findings that no remark allows, and one for each code that a remark names in vain.
    ///
    /// @param mayOccur whether findings of a code may be allowed, and are looked for at all
    static List<Diagnostic> apply(
            Config config, List<Diagnostic> findings, Predicate<String> mayOccur) {
        return config.remarks().isEmpty()
                ? findings
                : new Allowances(config, mayOccur).apply(findings);
    }

    private List<Diagnostic> apply(List<Diagnostic> findings) {
        List<Diagnostic> left = new ArrayList<>(findings);
        config.remarks().stream()
                .flatMap(remark -> Allowance.of(remark).stream())
                .filter(Allowance::complete)
                .forEach(allowance -> apply(allowance, left));
        return left;
    }

    private void apply(Allowance allowance, List<Diagnostic> left) {
        Span scope = scope(allowance);
        for (String code : allowance.codes()) {
            if (mayOccur.test(code)
                    && !left.removeIf(
                            each -> each.code().equals(code) && lies(each.span(), scope))) {
                left.add(unused(allowance, code));
            }
        }
    }

    private static Diagnostic unused(Allowance allowance, String code) {
        Span span = allowance.remark().span();
        Optional<Fix> fix =
                allowance.codes().size() == 1
                        ? Fix.removeLines("remove the remark", true, span)
                        : Optional.empty();
        return UNUSED.at(span, "\"%s\" is allowed, but does not occur here".formatted(code))
                .withFix(fix);
    }

    private static boolean lies(Span span, Span scope) {
        return span.file() == scope.file()
                && span.start() >= scope.start()
                && span.start() <= scope.end();
    }

    /// The line, or the longest directive that starts on it.
    private Span scope(Allowance allowance) {
        Span remark = allowance.remark().span();
        int line = allowance.line();
        String text = remark.file().text();
        int start = remark.file().offset(new vmconf.source.Position(line, 1));
        int newline = text.indexOf('\n', start);
        int end = newline < 0 ? text.length() : newline;
        int last =
                Stream.concat(config.statements().stream(), options())
                        .map(Directive::span)
                        .filter(span -> span.file() == remark.file())
                        .filter(span -> span.start() >= start && span.start() <= end)
                        .map(Span::end)
                        .max(Comparator.naturalOrder())
                        .orElse(end);
        return new Span(remark.file(), start, Math.max(end, last), remark.origin());
    }

    private Stream<Directive> options() {
        return Stream.concat(
                config.vms().flatMap(vm -> vm.options().stream()),
                config.switches().flatMap(each -> each.options().stream()));
    }
}
