package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
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

    private Diagnostic diagnostic(SyntaxProblem problem) {
        Diagnostic diagnostic = info.at(problem.span(), problem.message()).withHelp(problem.help());
        return problem.related()
                .map(related -> diagnostic.with(related.span(), related.message()))
                .orElse(diagnostic);
    }
}
