package vmconf.compiler.report;

import vmconf.source.Position;
import vmconf.source.Span;

/// Writes places in SARIF's terms.
final class SarifPlaces {
    /// What relative locations are relative to.
    static final String BASE = "%SRCROOT%";

    private final JsonDocument json;

    SarifPlaces(JsonDocument json) {
        this.json = json;
    }

    void location(Span span) {
        json.startObject();
        physicalLocation(span);
        json.endObject();
    }

    /// What an object of a location holds.
    void location(Step step) {
        physicalLocation(step.span());
        json.message("message", step.message());
    }

    private void physicalLocation(Span span) {
        json.startObject("physicalLocation");
        artifact("artifactLocation", span.file().name());
        region("region", span);
        json.endObject();
    }

    /// Where a file is.
    void artifact(String key, String name) {
        json.startObject(key);
        json.text("uri", Paths.uri(name));
        if (Paths.relative(name)) {
            json.text("uriBaseId", BASE);
        }
        json.endObject();
    }

    void region(String key, Span span) {
        Position from = span.from();
        Position until = span.until();
        json.startObject(key);
        json.number("startLine", from.line());
        json.number("startColumn", from.column());
        json.number("endLine", until.line());
        json.number("endColumn", until.column());
        json.endObject();
    }
}
