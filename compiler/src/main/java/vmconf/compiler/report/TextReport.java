package vmconf.compiler.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.source.Origin;
import vmconf.source.Position;
import vmconf.source.Span;

/// Findings as text for people: the place, the line with the range marked, related places, the way
/// out.
public final class TextReport implements Report {
    /// Longest stretch of a source line that is shown, in characters.
    private static final int WIDTH = 160;

    private static final String BOLD = "1";
    private static final String CYAN = "36";

    private final PrintStream stream;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();
    private final Counts counts = new Counts();

    /// @param colour use ANSI colours
    TextReport(PrintStream stream, boolean colour) {
        this.stream = stream;
        this.colour = colour;
    }

    /// Findings as text without colour and without a count; each ends with a new line.
    public static String of(List<Diagnostic> diagnostics) {
        TextReport report = new TextReport(System.out, false);
        diagnostics.forEach(report::diagnostic);
        return report.out.toString();
    }

    @Override
    public void add(Checked file) {
        counts.add(file);
        file.diagnostics().forEach(this::diagnostic);
        flush();
    }

    @Override
    public void end() {
        out.append(Summary.of(counts)).append('\n');
        flush();
    }

    private void flush() {
        stream.append(out);
        out.setLength(0);
    }

    private void diagnostic(Diagnostic diagnostic) {
        String word = paint(colourOf(diagnostic.severity()), diagnostic.severity().word());
        out.append(paint(BOLD, diagnostic.span().toString()))
                .append(": ")
                .append(word)
                .append(": ")
                .append(printable(diagnostic.message()))
                .append(" [")
                .append(diagnostic.code())
                .append("]\n");
        excerpt(diagnostic.span(), colourOf(diagnostic.severity()));
        diagnostic.related().forEach(this::related);
        origin(diagnostic.span());
        diagnostic
                .help()
                .ifPresent(
                        help ->
                                out.append(paint(CYAN, "help"))
                                        .append(": ")
                                        .append(help)
                                        .append('\n'));
    }

    private void related(Diagnostic.Related related) {
        out.append(related.span())
                .append(": ")
                .append(paint(CYAN, "note"))
                .append(": ")
                .append(printable(related.message()))
                .append('\n');
        excerpt(related.span(), CYAN);
    }

    /// Through which macro and which includes the text came, the nearest first.
    private void origin(Span span) {
        Origin origin = span.origin();
        origin.expansion()
                .ifPresent(
                        expansion ->
                                out.append("   from macro \"")
                                        .append(expansion.macro())
                                        .append('"')
                                        .append(
                                                expansion
                                                        .definition()
                                                        .map(at -> ", defined at " + at)
                                                        .orElse(" of the command line"))
                                        .append('\n'));
        Optional<Origin.Inclusion> inclusion = origin.inclusion();
        while (inclusion.isPresent()) {
            Span at = inclusion.get().at();
            out.append("   included from ")
                    .append(at.file().name())
                    .append(':')
                    .append(at.from().line())
                    .append('\n');
            inclusion = at.origin().inclusion();
        }
    }

    private void excerpt(Span span, String colourCode) {
        Position from = span.from();
        if (from.line() > span.file().lineCount()) {
            return;
        }
        String line = span.file().line(from.line());
        Position until = span.until();
        int end = until.line() == from.line() ? until.column() - 1 : codePoints(line);
        Excerpt excerpt = Excerpt.of(line, from.column() - 1, end, WIDTH);
        String number = "%5d".formatted(from.line());
        out.append(number).append(" | ").append(excerpt.text()).append('\n');
        out.append("      | ")
                .append(" ".repeat(excerpt.indent()))
                .append(paint(colourCode, "^".repeat(excerpt.width())))
                .append('\n');
    }

    private static int codePoints(String line) {
        return line.codePointCount(0, line.length());
    }

    /// Control characters would disturb a terminal.
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            boolean hidden =
                                    Character.isISOControl(c)
                                            || Character.getType(c) == Character.FORMAT
                                            || Character.getType(c) == Character.SURROGATE;
                            printable.appendCodePoint(hidden ? 0xFFFD : c);
                        });
        return printable.toString();
    }

    private static String colourOf(Severity severity) {
        return switch (severity) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case NOTE -> "1;36";
        };
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
