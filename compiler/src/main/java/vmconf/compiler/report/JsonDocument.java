package vmconf.compiler.report;

import java.io.PrintStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import vmconf.source.SourceFile;

/// A JSON document that is written from its start to its end. Texts lose what JSON cannot hold.
final class JsonDocument {
    private final PrintStream out;
    private final JsonGenerator json;

    JsonDocument(PrintStream out) {
        this.out = out;
        this.json =
                JsonFactory.builder()
                        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .build()
                        .createGenerator(ObjectWriteContext.empty(), out);
    }

    void startObject() {
        json.writeStartObject();
    }

    void startObject(String name) {
        json.writeName(name);
        json.writeStartObject();
    }

    void endObject() {
        json.writeEndObject();
    }

    void startArray() {
        json.writeStartArray();
    }

    void startArray(String name) {
        json.writeName(name);
        json.writeStartArray();
    }

    void endArray() {
        json.writeEndArray();
    }

    void text(String name, String value) {
        json.writeName(name);
        json.writeString(SourceFile.readable(value));
    }

    /// A text in an object of its own, as SARIF has it.
    void message(String name, String value) {
        startObject(name);
        text("text", value);
        endObject();
    }

    /// An element of an array.
    void value(String value) {
        json.writeString(SourceFile.readable(value));
    }

    void number(String name, int value) {
        json.writeName(name);
        json.writeNumber(value);
    }

    void truth(String name, boolean value) {
        json.writeName(name);
        json.writeBoolean(value);
    }

    /// The document is complete; a new line follows it.
    void end() {
        json.close();
        out.append('\n');
    }
}
