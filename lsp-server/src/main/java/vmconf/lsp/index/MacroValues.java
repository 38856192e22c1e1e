package vmconf.lsp.index;

import java.util.Optional;
import vmconf.compiler.Caret;
import vmconf.compiler.syntax.Directive;
import vmconf.lsp.workspace.Analysis;
import vmconf.source.Span;

/// What macros stand for where they are used.
public final class MacroValues {
    private MacroValues() {}

    /// The value that holds at an occurrence; nothing for a macro that nobody defines.
    public static Optional<String> of(Analysis analysis, Occurrence macro) {
        return definition(analysis, macro)
                .map(each -> each.value().text())
                .or(() -> Caret.macroValue(macro.symbol().name(), analysis.config()));
    }

    /// The definition in the text that holds there.
    public static Optional<Directive.Macro> definition(Analysis analysis, Occurrence macro) {
        Optional<Span> name = Index.of(analysis).definitions(macro).stream().findFirst();
        return analysis.config()
                .all(Directive.Macro.class)
                .filter(each -> name.filter(span -> isAt(each.name().span(), span)).isPresent())
                .findFirst();
    }

    private static boolean isAt(Span one, Span other) {
        return one.file() == other.file()
                && one.start() <= other.start()
                && other.end() <= one.end();
    }
}
