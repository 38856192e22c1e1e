package vmconf.lsp.feature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;
import vmconf.lsp.document.Document;
import vmconf.lsp.workspace.Analysis;
import vmconf.source.Span;

/// The macros, switches, VMs and includes of a document, in the order of its text.
public final class Symbols {
    private final Document document;

    private Symbols(Document document) {
        this.document = document;
    }

    public static List<DocumentSymbol> of(Document document, Analysis analysis) {
        Symbols symbols = new Symbols(document);
        return analysis.compilation().config().statements().stream()
                .filter(each -> analysis.covers(each.span(), document.uri(), each.span().start()))
                .flatMap(each -> symbols.symbol(each).stream())
                .distinct()
                .toList();
    }

    private Optional<DocumentSymbol> symbol(Directive directive) {
        return switch (directive) {
            case Directive.Macro macro ->
                    symbol(macro, macro.name(), SymbolKind.Constant, macro.value().text());
            case Directive.Include include ->
                    symbol(include, include.path(), SymbolKind.File, "include");
            case Directive.Switch each -> symbol(each, each.name(), SymbolKind.Interface, "switch");
            case Directive.Vm vm ->
                    symbol(
                            vm,
                            vm.name(),
                            SymbolKind.Class,
                            vm.parent().map(parent -> "instance of " + parent.text()).orElse("vm"));
            default -> Optional.empty();
        };
    }

    private Optional<DocumentSymbol> symbol(
            Directive directive, Word name, SymbolKind kind, String detail) {
        if (!name.known() || name.text().isBlank()) {
            return Optional.empty();
        }
        Span whole = directive.span();
        boolean inside =
                Stream.of(name.span())
                        .allMatch(
                                span -> span.start() >= whole.start() && span.end() <= whole.end());
        Span selection = inside ? name.span() : whole;
        return Optional.of(
                new DocumentSymbol(
                        name.text(),
                        kind,
                        document.text().range(whole.start(), whole.end()),
                        document.text().range(selection.start(), selection.end()),
                        detail));
    }
}
