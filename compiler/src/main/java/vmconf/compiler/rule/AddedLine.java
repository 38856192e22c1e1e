package vmconf.compiler.rule;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.syntax.Directive;
import vmconf.source.Span;

/// Adds options to a block of several lines, each on a line of its own.
final class AddedLine {
    private AddedLine() {}

    /// Behind the last option of the block; nothing where that one does not end its line.
    ///
    /// @param texts the new options
    static Optional<Fix> fix(
            String title, boolean safe, List<? extends Directive> options, List<String> texts) {
        Span last = options.getLast().span();
        String file = last.file().text();
        int newline = file.indexOf('\n', last.end());
        int end = newline < 0 ? file.length() : newline;
        String rest = file.substring(last.end(), end).strip();
        boolean endsLine = rest.isEmpty() || (rest.startsWith("#") && !rest.endsWith("\\"));
        if (!endsLine) {
            return Optional.empty();
        }
        String indent = indent(file, last.start());
        StringBuilder added = new StringBuilder();
        texts.forEach(text -> added.append('\n').append(indent).append(text));
        return Fix.replace(
                title, safe, new Span(last.file(), end, end, last.origin()), added.toString());
    }

    /// The blanks at the start of the line.
    private static String indent(String file, int at) {
        int start = file.lastIndexOf('\n', at - 1) + 1;
        int end = start;
        while (end < file.length() && (file.charAt(end) == ' ' || file.charAt(end) == '\t')) {
            end++;
        }
        return file.substring(start, end);
    }
}
