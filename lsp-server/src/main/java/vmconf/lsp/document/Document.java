package vmconf.lsp.document;

import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/// An open document at one version.
///
/// @param uri as the client wrote it
public record Document(String uri, int version, Text text) {

    /// The document after changes, which apply one after the other.
    public Document edit(int version, List<TextDocumentContentChangeEvent> changes) {
        Text changed = text;
        for (TextDocumentContentChangeEvent change : changes) {
            changed =
                    change.getRange() == null
                            ? changed.with(change.getText())
                            : changed.replace(change.getRange(), change.getText());
        }
        return new Document(uri, version, changed);
    }
}
