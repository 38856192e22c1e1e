package vmconf.compiler.vmd;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import vmconf.source.SourceFile;

/// Writes fields of JSON objects.
final class Fields {
    private final JsonGenerator json;

    Fields(JsonGenerator json) {
        this.json = json;
    }

    void object(Runnable fields) {
        json.writeStartObject();
        fields.run();
        json.writeEndObject();
    }

    void object(String name, Runnable fields) {
        json.writeName(name);
        object(fields);
    }

    <T> void object(String name, Optional<T> value, Consumer<T> fields) {
        value.ifPresentOrElse(
                it -> object(name, () -> fields.accept(it)), () -> json.writeNullProperty(name));
    }

    /// @param element writes one element
    <T> void list(String name, List<T> values, Consumer<T> element) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(element);
        json.writeEndArray();
    }

    void words(String name, List<String> words) {
        list(name, words, json::writeString);
    }

    void text(String name, String value) {
        json.writeName(name);
        json.writeString(SourceFile.readable(value));
    }

    void text(String name, Optional<String> value) {
        value.ifPresentOrElse(it -> text(name, it), () -> json.writeNullProperty(name));
    }

    void number(String name, long value) {
        json.writeName(name);
        json.writeNumber(value);
    }

    void number(String name, OptionalLong value) {
        value.ifPresentOrElse(it -> number(name, it), () -> json.writeNullProperty(name));
    }

    void flag(String name, boolean value) {
        json.writeName(name);
        json.writeBoolean(value);
    }
}
