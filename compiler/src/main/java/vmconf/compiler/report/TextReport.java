package vmconf.compiler.report;

import java.io.PrintStream;
import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;

/// Findings as text for people, and how many there are.
public final class TextReport implements Report {
    private final PrintStream out;
    private final boolean colour;
    private final Counts counts = new Counts();

    /// @param colour use ANSI colours
    TextReport(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /// Findings as text without colour and without a count; each ends with a new line.
    public static String of(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        diagnostics.forEach(each -> new FindingText(text, each, false).append());
        return text.toString();
    }

    @Override
    public void add(Checked file) {
        counts.add(file);
        StringBuilder text = new StringBuilder();
        for (Diagnostic each : file.diagnostics()) {
            new FindingText(text, each, colour).append();
            out.append(text);
            text.setLength(0);
        }
    }

    @Override
    public void end() {
        out.append(Summary.of(counts)).append('\n');
    }
}
