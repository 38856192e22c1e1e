package vmconf.lsp.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.format.Formatted;
import vmconf.compiler.format.Formatter;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.workspace.Question;
import vmconf.source.SourceFile;

/// The canonical layout of a document, of some of its lines, and of what was just typed. There are
/// no edits for text that has not the form of the grammar.
public final class Formatting {
    private Formatting() {}

    public static List<TextEdit> of(Question question) {
        return formatted(question).map(done -> edits(question, done.edits())).orElse(List.of());
    }

    /// Of the lines that a range touches.
    public static List<TextEdit> of(Question question, Range range) {
        int first = range.getStart().getLine() + 1;
        boolean behind = range.getEnd().getCharacter() == 0;
        int last = Math.max(first, range.getEnd().getLine() + (behind ? 0 : 1));
        return lines(question, first, last);
    }

    private static List<TextEdit> lines(Question question, int first, int last) {
        return formatted(question)
                .map(done -> edits(question, done.edits(first, last)))
                .orElse(List.of());
    }

    /// Behind a `}`: its block is laid out, or at least the brace stands right. Behind the end of a
    /// line: that line is laid out, and the next one is indented.
    ///
    /// @param typed the character
    public static List<TextEdit> typed(Question question, String typed) {
        int line = question.text().position(question.offset()).getLine();
        if (typed.equals("\n")) {
            List<TextEdit> edits = new ArrayList<>(lines(question, line, line));
            indent(question, line).ifPresent(edits::add);
            return edits;
        }
        List<TextEdit> edits = lines(question, firstOfBlock(question) + 1, line + 1);
        return edits.isEmpty() ? indent(question, line).stream().toList() : edits;
    }

    private static int firstOfBlock(Question question) {
        List<Integer> open = new ArrayList<>();
        for (Written each : question.written()) {
            if (each.start() >= question.offset()) {
                break;
            }
            if (each.kind() == Written.Kind.OPEN) {
                open.add(each.start());
            } else if (each.kind() == Written.Kind.CLOSE && !open.isEmpty()) {
                int start = open.removeLast();
                if (each.end() == question.offset()) {
                    return question.text().position(start).getLine();
                }
            }
        }
        return question.text().position(question.offset()).getLine();
    }

    /// The blanks that a line should start with, unless it has them.
    private static Optional<TextEdit> indent(Question question, int line) {
        String text = question.text().content();
        int start = question.text().offset(new org.eclipse.lsp4j.Position(line, 0));
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        int depth = 0;
        for (Written each : question.written()) {
            if (each.start() >= end) {
                depth -= each.start() == end && each.kind() == Written.Kind.CLOSE ? 1 : 0;
                break;
            }
            depth += each.kind() == Written.Kind.OPEN ? 1 : 0;
            depth -= each.kind() == Written.Kind.CLOSE && depth > 0 ? 1 : 0;
        }
        String wanted = "\t".repeat(Math.max(0, depth));
        return text.substring(start, end).equals(wanted)
                ? Optional.empty()
                : Optional.of(new TextEdit(question.range(start, end), wanted));
    }

    private static Optional<Formatted.Done> formatted(Question question) {
        SourceFile root = question.analysis().config().file();
        SourceFile file = question.file();
        Formatted result =
                Formatter.format(
                        file,
                        question.analysis().again(),
                        Optional.of(root).filter(each -> each != file));
        return result instanceof Formatted.Done done ? Optional.of(done) : Optional.empty();
    }

    private static List<TextEdit> edits(Question question, List<Fix.Edit> edits) {
        return edits.stream()
                .map(each -> new TextEdit(question.range(each.span()), each.text()))
                .toList();
    }
}
