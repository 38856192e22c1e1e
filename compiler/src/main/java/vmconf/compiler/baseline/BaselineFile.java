package vmconf.compiler.baseline;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// A baseline as JSON: `{"vmconf-baseline":1,"findings":[...]}`, one finding a line, sorted, so
/// that a change of it reads well in a review.
public final class BaselineFile {
    /// Largest baseline that is read, in bytes.
    public static final int MAX_BYTES = 64 << 20;

    private static final int VERSION = 1;
    private static final String KEY = "vmconf-baseline";

    private BaselineFile() {}

    /// A baseline that cannot be used; the message says why.
    public static final class BaselineException extends Exception {
        private static final long serialVersionUID = 1;

        BaselineException(String message) {
            super(message);
        }
    }

    /// Reads a baseline.
    public static Baseline read(Path file) throws BaselineException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BaselineException(file + ": larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            return parse(file, Files.readString(file));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new BaselineException(
                    file + ":" + at.getLineNr() + ":" + at.getColumnNr() + ": not valid JSON");
        } catch (IOException e) {
            throw new BaselineException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static Baseline parse(Path file, String text) throws BaselineException {
        Map<Fingerprint, Integer> counts = new HashMap<>();
        int version = 0;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BaselineException(file + ": not a baseline");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                if (key.equals(KEY) && value == JsonToken.VALUE_NUMBER_INT) {
                    version = json.getIntValue();
                } else if (key.equals("findings") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        finding(json, counts);
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        if (version != VERSION) {
            throw new BaselineException(
                    "%s: not a baseline of version %d (key \"%s\")".formatted(file, VERSION, KEY));
        }
        return new Baseline(counts);
    }

    private static void finding(JsonParser json, Map<Fingerprint, Integer> counts) {
        Map<String, String> values = new HashMap<>();
        int count = 1;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("count") && value == JsonToken.VALUE_NUMBER_INT) {
                count = Math.max(0, json.getIntValue());
            } else if (value.isScalarValue()) {
                values.put(key, json.getString());
            } else {
                json.skipChildren();
            }
        }
        counts.merge(
                new Fingerprint(
                        values.getOrDefault("file", ""),
                        values.getOrDefault("code", ""),
                        values.getOrDefault("message", ""),
                        values.getOrDefault("line", "")),
                count,
                Integer::sum);
    }

    /// The text of a baseline, ending in a new line.
    public static String text(Baseline baseline) {
        StringBuilder text = new StringBuilder("{\"" + KEY + "\":" + VERSION + ",\"findings\":[");
        String separator = "\n";
        for (Map.Entry<Fingerprint, Integer> each : baseline.counts().entrySet()) {
            text.append(separator).append(line(each.getKey(), each.getValue()));
            separator = ",\n";
        }
        return text.append("\n]}\n").toString();
    }

    private static String line(Fingerprint finding, int count) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("file", finding.file());
            json.writeStringProperty("code", finding.code());
            json.writeStringProperty("message", finding.message());
            json.writeStringProperty("line", finding.line());
            json.writeNumberProperty("count", count);
            json.writeEndObject();
        }
        return text.toString();
    }
}
