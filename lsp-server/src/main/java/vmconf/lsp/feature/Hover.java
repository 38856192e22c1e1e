package vmconf.lsp.feature;

import java.util.Optional;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import vmconf.compiler.Caret;
import vmconf.compiler.expand.FollowedInclude.Outcome;
import vmconf.compiler.syntax.Expectation.ExpectedKeyword;
import vmconf.compiler.syntax.Token;
import vmconf.source.Span;

/// What stands at a place: a directive's documentation, the value of a macro, what a name means.
public final class Hover {
    private Hover() {}

    /// Nothing where there is nothing to tell.
    public static Optional<org.eclipse.lsp4j.Hover> at(Question question) {
        return Reference.at(question)
                .map(reference -> hover(question, reference.use(), describe(question, reference)))
                .or(() -> keyword(question));
    }

    private static org.eclipse.lsp4j.Hover hover(Question question, Span span, String markdown) {
        Range range = question.document().text().range(span.start(), span.end());
        return new org.eclipse.lsp4j.Hover(new MarkupContent(MarkupKind.MARKDOWN, markdown), range);
    }

    private static String describe(Question question, Reference reference) {
        return switch (reference) {
            case Reference.ToMacro(_, var name, _) ->
                    Caret.macroValue(name, question.config())
                            .map(value -> code(name + " = \"" + value + "\""))
                            .orElse("macro `" + name + "`");
            case Reference.ToSwitch(_, var definition) ->
                    code(definition.span().text()) + Names.summary(definition);
            case Reference.ToParent(_, var definition) ->
                    code(definition.span().text()) + Names.summary(definition);
            case Reference.ToFile(_, var include) ->
                    switch (include.outcome()) {
                        case Outcome.Read _ -> "`" + include.directive().path().text() + "`";
                        case Outcome.Unreadable(var reason, _) -> reason;
                        case Outcome.Limit(var reason) -> reason;
                        case Outcome.Cycle _ -> "is being read already";
                    };
        };
    }

    private static String code(String text) {
        return "```vmconf\n" + text + "\n```\n";
    }

    private static Optional<org.eclipse.lsp4j.Hover> keyword(Question question) {
        return Caret.tokenAt(question.file(), question.offset(), question.config())
                .filter(token -> !token.quoted())
                .flatMap(token -> keyword(question, token));
    }

    private static Optional<org.eclipse.lsp4j.Hover> keyword(Question question, Token token) {
        return question.expectation(token.span().start()).keywords().stream()
                .filter(each -> each.keyword().word().equals(token.text()))
                .flatMap(each -> directive(each).stream())
                .findFirst()
                .map(text -> hover(question, token.span(), text));
    }

    private static Optional<String> directive(ExpectedKeyword keyword) {
        return keyword.directive().map(Documentation::of);
    }
}
