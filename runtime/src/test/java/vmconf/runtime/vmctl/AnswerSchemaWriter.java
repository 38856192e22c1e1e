package vmconf.runtime.vmctl;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.Method;
import vmconf.runtime.protocol.Reply;
import vmconf.testdata.DocComments;

/// The JSON Schema of what `vmctl --json` prints, made from the types of replies.
final class AnswerSchemaWriter {
    private static final List<Class<?>> NOT_PRINTED =
            List.of(Reply.Pong.class, Reply.Attached.class);

    private AnswerSchemaWriter() {}

    /// The schema's text, ending in a new line.
    static String write() {
        SchemaBuilder builder =
                new SchemaGenerator(settings().build()).buildMultipleSchemaDefinitions();
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode schema = json.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "what vmctl --json prints");
        ArrayNode any = schema.putArray("anyOf");
        Stream.concat(
                        Arrays.stream(Method.values()).map(Method::result).distinct(),
                        Arrays.stream(OwnAnswer.class.getPermittedSubclasses()))
                .filter(each -> !NOT_PRINTED.contains(each))
                .forEach(each -> any.add(builder.createSchemaReference(each)));
        any.addObject().put("$ref", "#/$defs/AllStopped");
        any.addObject().put("$ref", "#/$defs/Refusal");
        ObjectNode definitions = builder.collectDefinitions("$defs");
        change(definitions);
        definitions.set("AllStopped", json.readTree(ALL_STOPPED));
        definitions.set("Refusal", json.readTree(REFUSAL.replace("FAULTS", faults())));
        schema.set("$defs", definitions);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    private static SchemaGeneratorConfigBuilder settings() {
        DocComments comments =
                new DocComments(
                        "runtime/src/main/java/vmconf/runtime/protocol",
                        "runtime/src/main/java/vmconf/runtime/vmctl");
        SchemaGeneratorConfigBuilder settings =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                        .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                        .with(Option.FLATTENED_OPTIONALS)
                        .with(Option.NULLABLE_FIELDS_BY_DEFAULT);
        settings.forFields()
                .withNullableCheck(AnswerSchemaWriter::isOptional)
                .withRequiredCheck(_ -> true)
                .withStringFormatResolver(
                        field ->
                                field.getType().getErasedType() == Instant.class
                                        ? "date-time"
                                        : null)
                .withDescriptionResolver(
                        field ->
                                comments.find(
                                        field.getDeclaringType().getErasedType(),
                                        field.getDeclaredName()));
        settings.forTypesInGeneral()
                .withDescriptionResolver(type -> comments.of(type.getType().getErasedType()))
                .withPropertySorter((_, _) -> 0);
        return settings;
    }

    /// A change is printed with its difference as a document, and without the text.
    private static void change(ObjectNode definitions) {
        ObjectNode changed = (ObjectNode) definitions.get("Changed");
        ObjectNode properties = (ObjectNode) changed.get("properties");
        properties.remove("text");
        properties
                .putObject("diff")
                .put("type", "object")
                .put("description", "what changed, or would (docs/diff.schema.json)");
        changed.putArray("required").add("generation").add("diff");
    }

    private static boolean isOptional(FieldScope field) {
        return field.getRawMember().getType() == Optional.class;
    }

    private static String faults() {
        return String.join(
                ", ",
                Arrays.stream(Fault.values()).map(each -> "\"" + each.word() + "\"").toList());
    }

    private static final String ALL_STOPPED =
            """
            {"type": "object", "description": "what became of each VM (stop -a)",
             "properties": {"vms": {"type": "array", "items": {"type": "object",
               "properties": {"name": {"type": "string"}}, "required": ["name"],
               "anyOf": [{"properties": {"id": {"type": "integer"}, "gone": {"type": "boolean"}}, "required": ["id", "gone"]},
                         {"properties": {"error": {"$ref": "#/$defs/Refusal/properties/error"}}, "required": ["error"]}]}}},
             "required": ["vms"], "additionalProperties": false}""";

    private static final String REFUSAL =
            """
            {"type": "object", "description": "why a request was refused",
             "properties": {"error": {"type": "object",
               "properties": {
                 "code": {"type": "integer", "description": "of the protocol (docs/protocol.md)"},
                 "fault": {"enum": [FAULTS]},
                 "message": {"type": "string", "description": "for people, perhaps empty"},
                 "report": {"type": "object", "description": "the findings in a file (docs/check.schema.json)"}},
               "required": ["code", "fault", "message"], "additionalProperties": false}},
             "required": ["error"], "additionalProperties": false}""";
}
