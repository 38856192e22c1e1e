package vmconf.compiler.diagnostic;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vmconf.source.Origin;
import vmconf.source.Position;
import vmconf.source.Span;

/// Findings as one JSON document, a contract for tools. Lines and columns from 1, columns in
/// Unicode
/// characters, ends exclusive.
public final class JsonReport {
    private final JsonGenerator json;

    private JsonReport(JsonGenerator json) {
        this.json = json;
    }

    /// The findings of one checked file, includes and all.
    ///
    /// @param accept no finding is an error, or vmd takes the file
    /// @param stderr what vmd prints, where it was asked
    public record Checked(
            String file, boolean accept, Optional<String> stderr, List<Diagnostic> diagnostics) {}

    /// The document, ending in a new line.
    public static String of(List<Checked> files) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new JsonReport(json).document(files);
        }
        return text + "\n";
    }

    private void document(List<Checked> files) {
        json.writeStartObject();
        json.writeName("files");
        json.writeStartArray();
        files.forEach(this::file);
        json.writeEndArray();
        json.writeName("summary");
        json.writeStartObject();
        count(files, "errors", Severity.ERROR);
        count(files, "warnings", Severity.WARNING);
        count(files, "notes", Severity.NOTE);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void count(List<Checked> files, String name, Severity severity) {
        json.writeName(name);
        json.writeNumber(
                files.stream()
                        .flatMap(file -> file.diagnostics().stream())
                        .filter(each -> each.severity() == severity)
                        .count());
    }

    private void file(Checked file) {
        json.writeStartObject();
        text("file", file.file());
        json.writeName("accept");
        json.writeBoolean(file.accept());
        file.stderr().ifPresent(stderr -> text("stderr", stderr));
        json.writeName("diagnostics");
        json.writeStartArray();
        file.diagnostics().forEach(this::diagnostic);
        json.writeEndArray();
        json.writeEndObject();
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
        json.writeString(wellFormed(value));
    }

    /// Bytes that are not UTF-8 are kept as unpaired surrogates inside; JSON has no such
    /// characters.
    private static String wellFormed(String text) {
        boolean broken = text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        if (!broken) {
            return text;
        }
        StringBuilder fixed = new StringBuilder();
        text.codePoints()
                .forEach(c -> fixed.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? c & 0xff : c));
        return fixed.toString();
    }
}
