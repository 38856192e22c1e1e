package vmconf.compiler.vmd;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Verdicts as one JSON document: what `vmconf check --format json` writes for every file, vmd's
/// lines, and the VMs and switches that it has read or, where it was to load the file, that then
/// exist.
public final class VmdReport {
    private final PrintStream out;
    private final JsonGenerator json;
    private final Fields fields;

    /// Begins the document.
    public VmdReport(PrintStream out) {
        this.out = out;
        this.json =
                JsonFactory.builder()
                        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .build()
                        .createGenerator(ObjectWriteContext.empty(), out);
        this.fields = new Fields(json);
        json.writeStartObject();
        json.writeName("files");
        json.writeStartArray();
    }

    /// Writes the verdict on a file.
    public void add(String file, Verdict verdict) {
        fields.object(() -> write(file, verdict));
    }

    private void write(String file, Verdict verdict) {
        fields.text("file", file);
        fields.flag("accept", verdict.accept());
        fields.text("stderr", verdict.stderr());
        fields.words("diagnostics", List.of());
        SettingsWriter writer = new SettingsWriter(fields);
        Optional<Registry> registry = verdict.registry();
        if (registry.isPresent()) {
            writer.registry(registry.get());
        } else {
            writer.reading(verdict.reading());
        }
        fields.object("config", () -> writer.globals(verdict.reading().globals()));
    }

    /// Writes what follows the last file. Nothing may be added after it.
    public void end() {
        json.writeEndArray();
        fields.object("summary", this::summary);
        json.writeEndObject();
        json.close();
        out.println();
    }

    /// Only findings of our own rules are counted.
    private void summary() {
        fields.number("errors", 0);
        fields.number("warnings", 0);
        fields.number("notes", 0);
    }
}
