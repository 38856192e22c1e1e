package vmconf.lsp.hover;

import java.util.Optional;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import vmconf.compiler.Caret;
import vmconf.compiler.syntax.Expectation.ExpectedKeyword;
import vmconf.compiler.syntax.Token;
import vmconf.lsp.index.Index;
import vmconf.lsp.workspace.Question;
import vmconf.source.Span;

/// What stands at a place: what a name means, what a setting comes to and why, what a directive
/// does.
public final class Hover {
    private static final String RULE = "\n\n---\n\n";

    private Hover() {}

    /// Nothing where there is nothing to tell.
    public static Optional<org.eclipse.lsp4j.Hover> at(Question question) {
        return Index.of(question.analysis())
                .at(question)
                .flatMap(
                        named ->
                                Meanings.of(question, named)
                                        .map(text -> hover(question, named.span(), text)))
                .or(() -> keyword(question))
                .or(() -> value(question))
                .or(() -> RuleHover.at(question));
    }

    private static org.eclipse.lsp4j.Hover hover(Question question, Span span, String markdown) {
        return new org.eclipse.lsp4j.Hover(
                new MarkupContent(MarkupKind.MARKDOWN, markdown), question.range(span));
    }

    private static Optional<org.eclipse.lsp4j.Hover> keyword(Question question) {
        return Caret.tokenAt(question.file(), question.offset(), question.config())
                .filter(token -> !token.quoted())
                .flatMap(token -> keyword(question, token));
    }

    private static Optional<org.eclipse.lsp4j.Hover> keyword(Question question, Token token) {
        return question.expectation(token.span().start()).keywords().stream()
                .filter(each -> each.keyword().word().equals(token.text()))
                .flatMap(each -> each.directive().map(_ -> each).stream())
                .findFirst()
                .map(each -> hover(question, token.span(), text(question, each)));
    }

    private static String text(Question question, ExpectedKeyword keyword) {
        String documentation = keyword.directive().map(Documentation::of).orElse("");
        return Effective.at(question)
                .map(value -> value + RULE + documentation)
                .orElse(documentation);
    }

    /// An argument: what the setting comes to.
    private static Optional<org.eclipse.lsp4j.Hover> value(Question question) {
        return Caret.tokenAt(question.file(), question.offset(), question.config())
                .filter(token -> question.file().text().charAt(token.span().start()) != '#')
                .flatMap(
                        token ->
                                Effective.at(question)
                                        .map(text -> hover(question, token.span(), text)));
    }
}
