package vmconf.lsp.edits;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.FileUri;
import vmconf.lsp.workspace.View;

/// Includes that follow a file or folder to its new name.
public final class RenamedFiles {
    private RenamedFiles() {}

    /// @param versioned the client takes edits that name the versions of documents
    public static WorkspaceEdit edits(View view, List<FileRename> renames, boolean versioned) {
        FileEdits edits = new FileEdits();
        for (FileRename rename : renames) {
            Optional<Path> from = FileUri.path(rename.getOldUri());
            Optional<Path> to = FileUri.path(rename.getNewUri());
            if (from.isPresent() && to.isPresent()) {
                view.roots().forEach(root -> follow(root, from.get(), to.get(), edits));
            }
        }
        return edits.toEdit(view.snapshot(), versioned);
    }

    private static void follow(Analysis root, Path from, Path to, FileEdits edits) {
        for (var file : root.files()) {
            for (Occurrence each : Index.of(root).in(file.uri())) {
                if (each.symbol().kind() == Symbol.Kind.FILE) {
                    moved(root, each, from, to)
                            .ifPresent(
                                    path ->
                                            edits.add(
                                                    file.uri(),
                                                    new TextEdit(
                                                            file.location(each.span()).getRange(),
                                                            path)));
                }
            }
        }
    }

    /// The path as it has to be written, absolute if it was.
    private static Optional<String> moved(Analysis root, Occurrence include, Path from, Path to) {
        Optional<Path> old = FileUri.path(include.symbol().name());
        String written = include.span().text();
        boolean plain = include.span().origin().expansion().isEmpty();
        if (old.isEmpty() || !old.get().startsWith(from) || !plain) {
            return Optional.empty();
        }
        Path now = old.get().equals(from) ? to : to.resolve(from.relativize(old.get()));
        if (written.startsWith("/")) {
            return Optional.of(now.toString());
        }
        return root.bases().stream()
                .filter(base -> base.resolve(written).normalize().equals(old.get()))
                .findFirst()
                .map(base -> base.relativize(now).toString());
    }
}
