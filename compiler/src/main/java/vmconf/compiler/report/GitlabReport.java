package vmconf.compiler.report;

import java.io.PrintStream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.source.Span;

/// GitLab's code quality report: an array of issues in the form of Code Climate.
final class GitlabReport implements Report {
    private final JsonDocument json;
    private final Fingerprints fingerprints = new Fingerprints();

    GitlabReport(PrintStream out) {
        this.json = new JsonDocument(out);
        json.startArray();
    }

    @Override
    public void add(Checked file) {
        if (file instanceof Checked.Unreadable unreadable) {
            unreadable(unreadable);
        }
        file.diagnostics().forEach(each -> issue(file, each));
    }

    private void unreadable(Checked.Unreadable file) {
        start(Unreadable.message(file), Unreadable.CODE, fingerprints.of(file), "blocker");
        json.startObject("location");
        json.text("path", Paths.plain(file.file()));
        json.startObject("lines");
        json.number("begin", 1);
        json.endObject();
        json.endObject();
        json.endObject();
    }

    private void issue(Checked file, Diagnostic finding) {
        start(
                finding.message() + Explanation.places(finding),
                finding.code(),
                fingerprints.of(file.file(), finding),
                severity(finding.severity()));
        json.startObject("location");
        location(finding.span());
        json.endObject();
        String hints = String.join("\n", Explanation.hints(finding));
        if (!hints.isEmpty()) {
            json.startObject("content");
            json.text("body", hints);
            json.endObject();
        }
        json.startArray("other_locations");
        for (Step step : Step.all(finding)) {
            json.startObject();
            location(step.span());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void start(String description, String check, String fingerprint, String severity) {
        json.startObject();
        json.text("type", "issue");
        json.text("description", description);
        json.text("check_name", check);
        json.text("fingerprint", fingerprint);
        json.text("severity", severity);
        json.startArray("categories");
        json.value("Bug Risk");
        json.endArray();
    }

    private void location(Span span) {
        json.text("path", Paths.plain(span.file().name()));
        json.startObject("lines");
        json.number("begin", span.from().line());
        json.number("end", span.until().line());
        json.endObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }

    @Override
    public void end() {
        json.endArray();
        json.end();
    }
}
