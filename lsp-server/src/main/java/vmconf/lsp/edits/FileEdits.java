package vmconf.lsp.edits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.fix.Fixer;
import vmconf.lsp.document.Document;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.LoadedFile;
import vmconf.lsp.workspace.Snapshot;

/// Edits of several files; the same one from two roots is one.
final class FileEdits {
    private final Map<String, Set<TextEdit>> byUri = new LinkedHashMap<>();

    void add(String uri, TextEdit edit) {
        byUri.computeIfAbsent(uri, _ -> new LinkedHashSet<>()).add(edit);
    }

    /// An edit of the compiler.
    void add(Analysis analysis, Fix.Edit edit) {
        analysis.file(edit.span())
                .ifPresent(
                        file ->
                                add(
                                        file.uri(),
                                        new TextEdit(
                                                file.location(edit.span()).getRange(),
                                                edit.text())));
    }

    /// A file that the compiler's editors have changed.
    void add(Analysis analysis, Fixer.Change change) {
        LoadedFile file = analysis.sources().get(change.before());
        if (file != null) {
            Differences.of(file.text(), change.after().text())
                    .forEach(edit -> add(file.uri(), edit));
        }
    }

    boolean isEmpty() {
        return byUri.isEmpty();
    }

    List<TextEdit> of(String uri) {
        return List.copyOf(byUri.getOrDefault(uri, Set.of()));
    }

    /// For the client.
    ///
    /// @param versioned it takes edits that name the versions of documents
    WorkspaceEdit toEdit(Snapshot snapshot, boolean versioned) {
        if (!versioned) {
            Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
            byUri.forEach((uri, edits) -> changes.put(uri, List.copyOf(edits)));
            return new WorkspaceEdit(changes);
        }
        WorkspaceEdit edit = new WorkspaceEdit(new ArrayList<>());
        byUri.forEach(
                (uri, edits) ->
                        edit.getDocumentChanges().add(Either.forLeft(edit(snapshot, uri, edits))));
        return edit;
    }

    private static TextDocumentEdit edit(Snapshot snapshot, String uri, Set<TextEdit> edits) {
        VersionedTextDocumentIdentifier id =
                new VersionedTextDocumentIdentifier(
                        uri, snapshot.document(uri).map(Document::version).orElse(null));
        TextDocumentEdit edit = new TextDocumentEdit();
        edit.setTextDocument(id);
        edit.setEdits(new ArrayList<>());
        edits.forEach(each -> edit.getEdits().add(Either.forLeft(each)));
        return edit;
    }
}
