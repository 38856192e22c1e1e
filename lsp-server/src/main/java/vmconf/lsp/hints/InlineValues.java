package vmconf.lsp.hints;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.InlineValue;
import org.eclipse.lsp4j.InlineValueText;
import org.eclipse.lsp4j.Range;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.MacroValues;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.workspace.Question;

/// The values of macros, beside where they are used.
public final class InlineValues {
    private InlineValues() {}

    /// Those in a range of the document.
    public static List<InlineValue> of(Question question, Range range) {
        int from = question.text().offset(range.getStart());
        int until = question.text().offset(range.getEnd());
        return Index.of(question.analysis()).in(question.uri()).stream()
                .filter(each -> each.symbol().kind() == Symbol.Kind.MACRO)
                .filter(each -> !each.isDefinition())
                .filter(each -> each.span().start() <= until && each.span().end() >= from)
                .flatMap(each -> value(question, each).stream())
                .toList();
    }

    private static Optional<InlineValue> value(Question question, Occurrence use) {
        return MacroValues.of(question.analysis(), use)
                .map(
                        value ->
                                new InlineValue(
                                        new InlineValueText(
                                                question.range(
                                                        use.span().start() - 1, use.span().end()),
                                                use.symbol().name() + " = " + value)));
    }
}
