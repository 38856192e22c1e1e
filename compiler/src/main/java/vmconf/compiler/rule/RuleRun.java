package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;

/// Asks the rules about a Config.
final class RuleRun {
    /// From how many statements on the rules are asked on all processors.
    private static final int MANY = 2_000;

    private final Config config;
    private final RuleSettings settings;

    private RuleRun(Config config, RuleSettings settings) {
        this.config = config;
        this.settings = settings;
    }

    /// What remarks do not allow, in the order in which the text is read.
    ///
    /// @param more rules to ask beside those of [Rules], one after the other
    static List<Diagnostic> findings(Config config, RuleSettings settings, List<Rule> more) {
        RuleRun run = new RuleRun(config, settings);
        List<Rule> rules = Topics.rules(config);
        List<Diagnostic> findings =
                config.statements().size() < MANY ? run.inTurn(rules) : run.atOnce(rules);
        findings.addAll(run.inTurn(more));
        List<Diagnostic> left =
                Allowances.apply(config, findings, code -> run.mayOccur(code, more));
        left.sort(new ReadingOrder());
        return left;
    }

    private List<Diagnostic> inTurn(List<Rule> rules) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Rule rule : rules) {
            findings.addAll(findings(rule));
        }
        return findings;
    }

    private List<Diagnostic> atOnce(List<Rule> rules) {
        return new ArrayList<>(
                rules.parallelStream().flatMap(rule -> findings(rule).stream()).toList());
    }

    private List<Diagnostic> findings(Rule rule) {
        Optional<Severity> severity = severity(rule.info());
        return severity.isEmpty()
                ? List.of()
                : rule.check(config)
                        .limit(Rules.MOST)
                        .map(each -> each.withSeverity(severity.get()))
                        .toList();
    }

    private Optional<Severity> severity(RuleInfo rule) {
        return settings.severity(rule, config.target());
    }

    /// A rule of that code is asked, and its findings can be allowed.
    private boolean mayOccur(String code, List<Rule> more) {
        return Stream.concat(Rules.all().stream(), more.stream())
                .map(Rule::info)
                .filter(rule -> rule.code().equals(code) && rule.adjustable())
                .anyMatch(rule -> severity(rule).isPresent());
    }
}
