package vmconf.lsp.feature;

import vmconf.compiler.Caret;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Expectation;
import vmconf.lsp.document.Document;
import vmconf.lsp.workspace.Analysis;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// A place in a document that something is asked about.
///
/// @param analysis of the root that the document belongs to
public record Question(Document document, int offset, Analysis analysis) {

    Config config() {
        return analysis.compilation().config();
    }

    SourceFile file() {
        return SourceFile.of(document.uri(), document.text().content());
    }

    Expectation expectation(int at) {
        return Caret.expectation(file(), at, config());
    }

    /// Whether a span covers the place.
    boolean isIn(Span span) {
        return analysis.covers(span, document.uri(), offset);
    }

    /// Whether a span of the analysis lies in another file, or ends before the place.
    boolean isBehind(Span span) {
        return analysis.file(span)
                .map(file -> !file.uri().equals(document.uri()) || span.end() < offset)
                .orElse(false);
    }
}
