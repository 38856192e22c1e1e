package vmconf.lsp.workspace;

import org.eclipse.lsp4j.Location;
import vmconf.lsp.document.Text;
import vmconf.source.Span;

/// A file that a reading went through.
///
/// @param uri as the client writes it
public record LoadedFile(String uri, Text text) {

    /// A stretch of it in terms of the protocol.
    public Location location(Span span) {
        return new Location(uri, text.range(span.start(), span.end()));
    }
}
