package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vmconf.testdata.DocComments;

/// The JSON Schema of plans, made from their records: keys, types and words from the types, prose
/// from their doc comments.
final class PlanSchemaWriter {
    private static final Map<String, String> PATTERNS =
            Map.of(
                    "Interface.lladdr", "^[0-9a-f]{2}(:[0-9a-f]{2}){5}$",
                    "Interface.tap", "^tap[0-9]*$",
                    "LocalAddress.host", PlanSchemaWriter.DOTTED_QUAD,
                    "LocalAddress.guest", PlanSchemaWriter.DOTTED_QUAD,
                    "DhcpAnswer.address", PlanSchemaWriter.DOTTED_QUAD,
                    "DhcpAnswer.netmask", PlanSchemaWriter.DOTTED_QUAD,
                    "DhcpAnswer.router", PlanSchemaWriter.DOTTED_QUAD,
                    "DhcpAnswer.nameServer", PlanSchemaWriter.DOTTED_QUAD,
                    "DhcpAnswer.server", PlanSchemaWriter.DOTTED_QUAD);

    private static final String DOTTED_QUAD = "^[0-9]{1,3}([.][0-9]{1,3}){3}$";

    /// Least and greatest values.
    private static final Map<String, long[]> RANGES =
            Map.of(
                    "Plan.vmconfPlan", new long[] {Plan.VERSION, Plan.VERSION},
                    "Vm.id", new long[] {1, Integer.MAX_VALUE},
                    "Vm.memory", new long[] {1 << 20, 128L << 30},
                    "Vm.cpus", new long[] {1, 64},
                    "Switch.rdomain", new long[] {0, 255},
                    "Interface.rdomain", new long[] {0, 255},
                    "DhcpAnswer.leaseTime", new long[] {0, DhcpAnswer.FOREVER},
                    "Start.order", new long[] {1, Integer.MAX_VALUE},
                    "Place.line", new long[] {1, Integer.MAX_VALUE},
                    "Place.column", new long[] {1, Integer.MAX_VALUE});

    private static final Map<String, Integer> MOST_ITEMS =
            Map.of("Vm.disks", 4, "Vm.interfaces", 4);

    private PlanSchemaWriter() {}

    /// The schema's text, ending in a new line.
    static String write() {
        DocComments comments = new DocComments("compiler/src/main/java/vmconf/plan");
        SchemaGeneratorConfigBuilder builder =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(new JacksonSchemaModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
                        .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                        .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                        .with(Option.FLATTENED_OPTIONALS)
                        .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                        .with(Option.NULLABLE_FIELDS_BY_DEFAULT);
        builder.forFields()
                .withPropertyNameOverrideResolver(PlanSchemaWriter::key)
                .withNullableCheck(field -> isOptional(field) && !mayBeMissing(field))
                .withRequiredCheck(field -> !mayBeMissing(field))
                .withDescriptionResolver(
                        field ->
                                comments.of(
                                        field.getDeclaringType().getErasedType(),
                                        field.getDeclaredName()))
                .withStringPatternResolver(field -> PATTERNS.get(name(field)))
                .withNumberInclusiveMinimumResolver(field -> bound(field, 0))
                .withNumberInclusiveMaximumResolver(field -> bound(field, 1))
                .withArrayMaxItemsResolver(field -> MOST_ITEMS.get(name(field)));
        builder.forTypesInGeneral()
                .withDescriptionResolver(type -> comments.of(type.getType().getErasedType()))
                .withPropertySorter((_, _) -> 0);
        ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(Plan.class);
        schema.put("title", "plan of a vm.conf, version " + Plan.VERSION);
        return JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(schema)
                + "\n";
    }

    private static @Nullable BigDecimal bound(FieldScope field, int which) {
        long[] range = RANGES.get(name(field));
        return range == null ? null : BigDecimal.valueOf(range[which]);
    }

    private static String name(FieldScope field) {
        return field.getDeclaringType().getErasedType().getSimpleName()
                + "."
                + field.getDeclaredName();
    }

    private static String key(FieldScope field) {
        return Optional.ofNullable(field.getAnnotationConsideringFieldAndGetter(JsonProperty.class))
                .map(JsonProperty::value)
                .orElseGet(() -> kebab(field.getDeclaredName()));
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static boolean isOptional(FieldScope field) {
        return field.getRawMember().getType() == Optional.class;
    }

    private static boolean mayBeMissing(FieldScope field) {
        return field.getAnnotationConsideringFieldAndGetter(JsonInclude.class) != null
                || field.getDeclaringType().getErasedType().isAnnotationPresent(JsonInclude.class);
    }
}
