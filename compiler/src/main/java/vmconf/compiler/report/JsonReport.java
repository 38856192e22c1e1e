package vmconf.compiler.report;

import java.io.PrintStream;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.source.Origin;
import vmconf.source.Position;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Findings as one JSON document, a contract for tools. Lines and columns from 1, columns in
/// Unicode characters, ends exclusive.
final class JsonReport implements Report {
    private final PrintStream out;
    private final JsonGenerator json;
    private final Counts counts = new Counts();

    JsonReport(PrintStream out) {
        this.out = out;
        this.json =
                JsonFactory.builder()
                        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .build()
                        .createGenerator(ObjectWriteContext.empty(), out);
        json.writeStartObject();
        json.writeName("files");
        json.writeStartArray();
    }

    @Override
    public void add(Checked file) {
        counts.add(file);
        json.writeStartObject();
        text("file", file.file());
        json.writeName("accept");
        json.writeBoolean(file.accept());
        switch (file) {
            case Checked.AsVmd(_, _, var stderr) -> text("stderr", stderr);
            case Checked.Unreadable(_, var reason) -> text("unreadable", reason);
            case Checked.Judged _ -> {}
        }
        json.writeName("diagnostics");
        json.writeStartArray();
        for (Diagnostic each : file.diagnostics()) {
            diagnostic(each);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void end() {
        json.writeEndArray();
        json.writeName("summary");
        json.writeStartObject();
        count("errors", Severity.ERROR);
        count("warnings", Severity.WARNING);
        count("notes", Severity.NOTE);
        json.writeEndObject();
        json.writeEndObject();
        json.close();
        out.println();
    }

    private void count(String name, Severity severity) {
        json.writeName(name);
        json.writeNumber(counts.of(severity));
    }

    private void diagnostic(Diagnostic diagnostic) {
        json.writeStartObject();
        text("code", diagnostic.code());
        text("severity", diagnostic.severity().word());
        text("message", diagnostic.message());
        place(diagnostic.span());
        json.writeName("related");
        json.writeStartArray();
        for (Diagnostic.Related related : diagnostic.related()) {
            json.writeStartObject();
            text("message", related.message());
            place(related.span());
            json.writeEndObject();
        }
        json.writeEndArray();
        includedFrom(diagnostic.span().origin().inclusion());
        macro(diagnostic.span().origin().expansion());
        diagnostic.help().ifPresent(help -> text("help", help));
        json.writeEndObject();
    }

    private void includedFrom(Optional<Origin.Inclusion> innermost) {
        json.writeName("includedFrom");
        json.writeStartArray();
        Optional<Origin.Inclusion> inclusion = innermost;
        while (inclusion.isPresent()) {
            Span at = inclusion.get().at();
            json.writeStartObject();
            place(at);
            json.writeEndObject();
            inclusion = at.origin().inclusion();
        }
        json.writeEndArray();
    }

    private void macro(Optional<Origin.Expansion> expansion) {
        json.writeName("macro");
        json.writeStartArray();
        expansion.ifPresent(
                macro -> {
                    json.writeStartObject();
                    text("name", macro.macro());
                    macro.definition().ifPresent(this::place);
                    json.writeEndObject();
                });
        json.writeEndArray();
    }

    private void place(Span span) {
        text("file", span.file().name());
        json.writeName("range");
        json.writeStartObject();
        position("start", span.from());
        position("end", span.until());
        json.writeEndObject();
    }

    private void position(String name, Position position) {
        json.writeName(name);
        json.writeStartObject();
        json.writeName("line");
        json.writeNumber(position.line());
        json.writeName("column");
        json.writeNumber(position.column());
        json.writeEndObject();
    }

    private void text(String name, String value) {
        json.writeName(name);
        json.writeString(SourceFile.readable(value));
    }
}
