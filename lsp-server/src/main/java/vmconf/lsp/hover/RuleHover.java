package vmconf.lsp.hover;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import vmconf.compiler.Compiler;
import vmconf.lsp.workspace.Question;

/// The code of a rule in a remark: what the rule is about.
final class RuleHover {
    private static final Pattern CODE = Pattern.compile("\\b[Vv][Mm]\\d{3}\\b");

    private RuleHover() {}

    static Optional<org.eclipse.lsp4j.Hover> at(Question question) {
        return question.config().remarks().stream()
                .filter(remark -> question.isIn(remark.span()))
                .findFirst()
                .flatMap(
                        remark -> {
                            Matcher code = CODE.matcher(remark.span().text());
                            int start = remark.span().start();
                            while (code.find()) {
                                int at = question.offset() - start;
                                if (code.start() <= at && at <= code.end()) {
                                    return rule(question, start, code);
                                }
                            }
                            return Optional.empty();
                        });
    }

    private static Optional<org.eclipse.lsp4j.Hover> rule(
            Question question, int start, Matcher code) {
        return Compiler.explain(code.group())
                .map(
                        rule ->
                                new org.eclipse.lsp4j.Hover(
                                        new MarkupContent(
                                                MarkupKind.MARKDOWN, RulePage.inShort(rule)),
                                        question.range(start + code.start(), start + code.end())));
    }
}
