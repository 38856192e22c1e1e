package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.SyntaxProblem;

/// Reports one kind of the problems that the parser has found.
record SyntaxRule(RuleInfo info, SyntaxProblem.Kind kind) implements Rule {

    @Override
    public Stream<Diagnostic> check(Config config) {
        return config.problems().stream()
                .filter(problem -> problem.kind() == kind)
                .map(this::diagnostic);
    }

    /// What the rule says of a problem of its kind.
    Diagnostic diagnostic(SyntaxProblem problem) {
        Diagnostic diagnostic =
                info.at(problem.span(), problem.message())
                        .withHelp(problem.help())
                        .withFix(problem.repair().map(SyntaxRule::fix));
        return problem.related()
                .map(related -> diagnostic.with(related.span(), related.message()))
                .orElse(diagnostic);
    }

    private static Fix fix(SyntaxProblem.Repair repair) {
        return new Fix(
                repair.title(),
                repair.safe(),
                repair.edits().stream()
                        .map(edit -> new Fix.Edit(edit.span(), edit.text()))
                        .toList());
    }
}
