package vmconf.compiler.report;

import vmconf.source.Span;

/// A range that a snippet underlines.
///
/// @param label what stands beside the line under it; may be empty
/// @param main it is what the finding is about, not another place that explains it
record Mark(Span span, String label, boolean main) {
    /// The line of its first character, from 1.
    int firstLine() {
        return span.file().lineAt(span.start());
    }

    /// The line of its last character, from 1. A line end belongs to the line that it ends.
    int lastLine() {
        return span.file().lineAt(Math.max(span.start(), span.end() - 1));
    }
}
