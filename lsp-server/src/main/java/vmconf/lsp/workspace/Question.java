package vmconf.lsp.workspace;

import java.util.List;
import org.eclipse.lsp4j.Range;
import vmconf.compiler.Caret;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Expectation;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.document.Document;
import vmconf.lsp.document.Text;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// A place in a document that something is asked about; the whole document where the place does not
/// matter.
///
/// @param view of the workspace when it was asked
/// @param analysis of the root in which the document is looked at
public record Question(View view, Analysis analysis, Document document, int offset) {

    /// The same about another place.
    public Question at(int other) {
        return new Question(view, analysis, document, other);
    }

    public Config config() {
        return analysis.config();
    }

    public Text text() {
        return document.text();
    }

    public String uri() {
        return document.uri();
    }

    /// The document as the analysis has read it, the first time.
    public SourceFile file() {
        return analysis.source(uri())
                .orElseGet(() -> SourceFile.of(uri(), document.text().content()));
    }

    /// The document cut into words.
    public List<Written> written() {
        return analysis.written(file());
    }

    /// What may stand at an offset of the document.
    public Expectation expectation(int at) {
        return Caret.expectation(file(), at, config());
    }

    /// A stretch of the document in terms of the protocol.
    public Range range(int start, int end) {
        return document.text().range(start, end);
    }

    /// A span of the document in terms of the protocol.
    public Range range(Span span) {
        return range(span.start(), span.end());
    }

    /// Whether a span covers the place.
    public boolean isIn(Span span) {
        return analysis.covers(span, uri(), offset);
    }

    /// Whether a span lies in the document.
    public boolean holds(Span span) {
        return analysis.isIn(span, uri());
    }

    /// Whether a span of the analysis lies in another file, or ends before the place.
    public boolean isBehind(Span span) {
        return analysis.file(span)
                .map(file -> !file.uri().equals(uri()) || span.end() < offset)
                .orElse(false);
    }
}
