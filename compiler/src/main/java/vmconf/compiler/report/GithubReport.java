package vmconf.compiler.report;

import static vmconf.compiler.report.Glyphs.printable;

import java.io.PrintStream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.source.Position;

/// Workflow commands of GitHub Actions, which become annotations of the lines changed.
final class GithubReport implements Report {
    private final PrintStream out;

    GithubReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void add(Checked file) {
        if (file instanceof Checked.Unreadable gone) {
            out.append("::error title=").append(Unreadable.CODE);
            out.append(",file=").append(property(Paths.plain(gone.file()))).append("::");
            out.append(data(Unreadable.message(gone))).append('\n');
        }
        file.diagnostics().forEach(this::command);
    }

    private void command(Diagnostic finding) {
        Position from = finding.span().from();
        Position until = finding.span().until();
        out.append("::").append(word(finding.severity())).append(" title=").append(finding.code());
        out.append(",file=").append(property(Paths.plain(finding.span().file().name())));
        out.append(",line=" + from.line());
        // Columns are taken for a range within one line only.
        if (from.line() == until.line()) {
            out.append(",col=" + from.column()).append(",endColumn=" + until.column());
        } else {
            out.append(",endLine=" + until.line());
        }
        StringBuilder message = new StringBuilder(printable(finding.message()));
        message.append(printable(Explanation.places(finding)));
        Explanation.hints(finding).forEach(hint -> message.append('\n').append(printable(hint)));
        out.append("::").append(data(message.toString())).append('\n');
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    @Override
    public void end() {}
}
