package vmconf.compiler.report;

import static vmconf.compiler.report.Glyphs.printable;

import java.io.PrintStream;
import vmconf.compiler.diagnostic.Diagnostic;

/// One line for each finding, as compilers write them and editors read them.
final class GccReport implements Report {
    private final PrintStream out;

    GccReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void add(Checked file) {
        if (file instanceof Checked.Unreadable gone) {
            line(gone.file() + ":1:1", "error", Unreadable.message(gone), Unreadable.CODE);
        }
        for (Diagnostic each : file.diagnostics()) {
            line(
                    Trail.place(each.span()),
                    each.severity().word(),
                    each.message() + Explanation.places(each),
                    each.code());
        }
    }

    private void line(String place, String severity, String message, String code) {
        out.append(printable(place)).append(": ").append(severity).append(": ");
        out.append(printable(message)).append(" [").append(code).append("]\n");
    }

    @Override
    public void end() {}
}
