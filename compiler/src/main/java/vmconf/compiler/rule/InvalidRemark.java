package vmconf.compiler.rule;

import java.util.List;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Remark;

/// A comment that starts with `vmconf:` and says nothing that is understood.
final class InvalidRemark implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM601",
                    Severity.WARNING,
                    "remark is not understood",
                    "A remark has the form \"# vmconf: allow CODE reason\"; the reason is for whoever reads it next. Errors without which no plan can be made cannot be allowed.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img" # vmconf: allow VM102
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
        return config.remarks().stream().flatMap(InvalidRemark::findings);
    }

    private static Stream<Diagnostic> findings(Remark remark) {
        var allowance = Allowance.of(remark);
        if (allowance.isEmpty()) {
            return Stream.of(
                    INFO.at(
                                    remark.span(),
                                    "remark \"%s\" is not understood".formatted(remark.text()))
                            .withHelp("write: # vmconf: allow CODE reason"));
        }
        List<String> codes = allowance.get().codes();
        if (codes.isEmpty()) {
            return Stream.of(INFO.at(remark.span(), "no code is given to allow"));
        }
        if (allowance.get().reason().isEmpty()) {
            return Stream.of(
                    INFO.at(
                                    remark.span(),
                                    "no reason is given to allow %s".formatted(codes.getFirst()))
                            .withHelp("write the reason behind the code"));
        }
        return codes.stream().flatMap(code -> finding(remark, code));
    }

    private static Stream<Diagnostic> finding(Remark remark, String code) {
        var rule = Rules.explain(code);
        if (rule.isEmpty()) {
            return Stream.of(INFO.at(remark.span(), "no rule has the code %s".formatted(code)));
        }
        return rule.get().adjustable()
                ? Stream.of()
                : Stream.of(
                        INFO.at(remark.span(), "%s cannot be allowed".formatted(code))
                                .withHelp("no plan can be made of a file with this error"));
    }
}
