package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// A number beyond the range that the schema gives for its directive.
final class ValueOutOfRange implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM302",
                    Severity.ERROR,
                    "value is out of range",
                    "The directive takes numbers of a certain range only.",
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface { rdomain 256 }
                    }
                    """,
                    """
                    vm "a" {
                        disk "/var/vm/a.img"
                        local interface { rdomain 255 }
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Stream.of(
                        config.ofLinks(Directive.Rdomain.class)
                                .flatMap(each -> finding("rdomain", each.number())),
                        config.ofVms(Directive.Interfaces.class)
                                .flatMap(each -> finding("interfaces", each.count())),
                        config.ofVms(Directive.Cpus.class)
                                .flatMap(each -> finding("cpus", each.count())))
                .flatMap(findings -> findings);
    }

    private static Stream<Diagnostic> finding(String directive, Word number) {
        Range range = Range.of(directive);
        if (!number.known() || range.contains(Long.parseLong(number.text()))) {
            return Stream.of();
        }
        return Stream.of(
                INFO.at(number.span(), "%s %s is out of range".formatted(directive, number.text()))
                        .withHelp("allowed are " + range));
    }
}
