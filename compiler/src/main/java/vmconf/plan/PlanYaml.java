package vmconf.plan;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Plans as text. The same plan always gives the same bytes.
public final class PlanYaml {
    /// Longest plan text that is read, in characters.
    public static final int MAX_LENGTH = 256 << 20;

    private PlanYaml() {}

    /// The plan as YAML, ending in a new line.
    public static String toYaml(Plan plan) {
        return text(out -> writeYaml(plan, out));
    }

    /// The same, written as it is made. Does not close the writer.
    public static void writeYaml(Plan plan, Writer out) throws IOException {
        YamlScalars scalars =
                new YamlScalars(
                        yaml().enable(YAMLWriteFeature.MINIMIZE_QUOTES).build(), yaml().build());
        try (JsonGenerator generator = new BlockYamlGenerator(new BlockYaml(out), scalars)) {
            Json.MAPPER.writeValue(generator, plan);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private interface Text {
        void writeTo(Writer out) throws IOException;
    }

    private static String text(Text text) {
        StringWriter out = new StringWriter();
        try {
            text.writeTo(out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YAMLMapper.Builder yaml() {
        return YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .disable(YAMLWriteFeature.SPLIT_LINES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR);
    }

    /// The plan as indented JSON, ending in a new line.
    public static String toJson(Plan plan) {
        return text(out -> writeJson(plan, out));
    }

    /// The same, written as it is made. Does not close the writer.
    public static void writeJson(Plan plan, Writer out) throws IOException {
        try {
            Json.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .writeValue(out, plan);
            out.write('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /// Where a value came from, as JSON on one line.
    public static String toJson(Provenance source) {
        return Json.MAPPER.writeValueAsString(source);
    }

    /// The plan as a tree of JSON.
    static JsonNode tree(Plan plan) {
        return Json.MAPPER.valueToTree(plan);
    }

    /// Reads YAML or JSON (which is YAML). Unknown keys, missing keys and other versions are
    /// refused.
    public static Plan read(String text) throws PlanException {
        if (text.length() > MAX_LENGTH) {
            throw new PlanException("plan is larger than " + (MAX_LENGTH >> 20) + " MiB");
        }
        ObjectMapper mapper = strict(YAMLMapper.builder()).build();
        try {
            JsonNode tree = mapper.readTree(text);
            checkVersion(tree);
            return mapper.readValue(text, Plan.class);
        } catch (JacksonException e) {
            throw new PlanException(describe(e));
        }
    }

    private static void checkVersion(JsonNode tree) throws PlanException {
        JsonNode version = tree.path("vmconf-plan");
        if (!version.isInt()) {
            throw new PlanException("not a plan: key \"vmconf-plan\" with the version is missing");
        }
        if (version.intValue() != Plan.VERSION) {
            throw new PlanException(
                    "plan version %d is not known, this vmconf reads version %d"
                            .formatted(version.intValue(), Plan.VERSION));
        }
    }

    private static String describe(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr() + ": ";
        String path = e instanceof DatabindException d ? d.getPathReference() : "";
        String reason = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return where + reason + (path.isEmpty() ? "" : " (" + path + ")");
    }

    /// Made once, as it learns the records' shapes at its first use.
    private static final class Json {
        static final JsonMapper MAPPER = strict(JsonMapper.builder()).build();
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
        return builder.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .annotationIntrospector(new EveryKeyRequired())
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
