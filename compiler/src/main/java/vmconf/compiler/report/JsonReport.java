package vmconf.compiler.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.Severity;
import vmconf.source.Origin;
import vmconf.source.Position;
import vmconf.source.Span;

/// Findings as one JSON document, a contract for tools: `docs/check.schema.json`. Lines and columns
/// from 1, columns in Unicode characters, ends exclusive.
public final class JsonReport implements Report {
    private final JsonDocument json;
    private final Counts counts = new Counts();

    JsonReport(PrintStream out) {
        this.json = new JsonDocument(out);
        json.startObject();
        json.startArray("files");
    }

    /// The document about one file.
    public static String of(Checked file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonReport report = new JsonReport(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        report.add(file);
        report.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void add(Checked file) {
        counts.add(file);
        json.startObject();
        json.text("file", file.file());
        json.truth("accept", file.accept());
        switch (file) {
            case Checked.AsVmd(_, _, var stderr) -> json.text("stderr", stderr);
            case Checked.Unreadable(_, var reason) -> json.text("unreadable", reason);
            case Checked.Judged _ -> {}
        }
        json.startArray("diagnostics");
        file.diagnostics().forEach(this::diagnostic);
        json.endArray();
        json.endObject();
    }

    @Override
    public void end() {
        json.endArray();
        json.startObject("summary");
        json.number("errors", counts.of(Severity.ERROR));
        json.number("warnings", counts.of(Severity.WARNING));
        json.number("notes", counts.of(Severity.NOTE));
        json.endObject();
        json.endObject();
        json.end();
    }

    private void diagnostic(Diagnostic finding) {
        json.startObject();
        json.text("code", finding.code());
        json.text("severity", finding.severity().word());
        json.text("message", finding.message());
        place(finding.span());
        json.startArray("related");
        for (Diagnostic.Related related : finding.related()) {
            json.startObject();
            json.text("message", related.message());
            place(related.span());
            json.endObject();
        }
        json.endArray();
        json.startArray("includedFrom");
        for (Span at : Trail.includes(finding.span())) {
            json.startObject();
            place(at);
            json.endObject();
        }
        json.endArray();
        macro(finding.span().origin().expansion());
        finding.help().ifPresent(help -> json.text("help", help));
        finding.fix().ifPresent(this::fix);
        json.endObject();
    }

    private void macro(Optional<Origin.Expansion> expansion) {
        json.startArray("macro");
        expansion.ifPresent(
                macro -> {
                    json.startObject();
                    json.text("name", macro.macro());
                    macro.definition().ifPresent(this::place);
                    json.endObject();
                });
        json.endArray();
    }

    private void fix(Fix fix) {
        json.startObject("fix");
        json.text("title", fix.title());
        json.truth("safe", fix.safe());
        json.startArray("edits");
        for (Fix.Edit edit : fix.edits()) {
            json.startObject();
            place(edit.span());
            json.text("text", edit.text());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void place(Span span) {
        json.text("file", span.file().name());
        json.startObject("range");
        position("start", span.from());
        position("end", span.until());
        json.endObject();
    }

    private void position(String name, Position position) {
        json.startObject(name);
        json.number("line", position.line());
        json.number("column", position.column());
        json.endObject();
    }
}
