package vmconf.lsp.symbols;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.View;

/// The macros, switches and VMs of all files of a workspace.
public final class WorkspaceSymbols {
    private static final int MOST = 2_000;

    private WorkspaceSymbols() {}

    /// Those whose names have the characters of the query in them, in that order.
    public static List<WorkspaceSymbol> of(View view, String query) {
        String wanted = query.toLowerCase(Locale.ROOT);
        Set<WorkspaceSymbol> found = new LinkedHashSet<>();
        view.roots().stream().flatMap(root -> in(root, wanted)).limit(MOST).forEach(found::add);
        return List.copyOf(found);
    }

    private static Stream<WorkspaceSymbol> in(Analysis root, String wanted) {
        Index index = Index.of(root);
        return Stream.of(Symbol.Kind.VM, Symbol.Kind.SWITCH, Symbol.Kind.MACRO)
                .flatMap(kind -> index.defined(kind).stream())
                .filter(symbol -> has(symbol.name().toLowerCase(Locale.ROOT), wanted))
                .flatMap(symbol -> index.of(symbol).stream())
                .filter(Occurrence::isDefinition)
                .flatMap(
                        each ->
                                root
                                        .location(each.span())
                                        .map(
                                                place ->
                                                        new WorkspaceSymbol(
                                                                each.symbol().name(),
                                                                kind(each.symbol().kind()),
                                                                Either.forLeft(place),
                                                                root.name()))
                                        .stream());
    }

    private static SymbolKind kind(Symbol.Kind kind) {
        return switch (kind) {
            case MACRO -> SymbolKind.Constant;
            case VM -> SymbolKind.Class;
            case SWITCH -> SymbolKind.Interface;
            case FILE -> SymbolKind.File;
        };
    }

    private static boolean has(String name, String wanted) {
        int at = 0;
        for (int i = 0; i < name.length() && at < wanted.length(); i++) {
            at += name.charAt(i) == wanted.charAt(at) ? 1 : 0;
        }
        return at == wanted.length();
    }
}
