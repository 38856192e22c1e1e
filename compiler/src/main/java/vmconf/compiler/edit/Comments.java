package vmconf.compiler.edit;

/// Which comments belong to a statement: those on the lines directly above it, without an empty
/// line between.
final class Comments {
    private Comments() {}

    /// The offset of the first line of comment that belongs to the line at an offset; that line
    /// itself where there is none.
    static int above(String text, int lineStart) {
        int first = lineStart;
        while (first > 0) {
            int line = Lines.start(text, first - 1);
            if (!text.startsWith("#", line + Lines.indent(text, line).length())) {
                break;
            }
            first = line;
        }
        return first;
    }
}
