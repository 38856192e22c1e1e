package vmconf.runtime.state;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Files with a version. What this version does not have is refused, not skipped.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private Json() {}

    static String write(Object file) {
        return MAPPER.writeValueAsString(file) + "\n";
    }

    static <T> T read(String text, String versionKey, int version, Class<T> type)
            throws StateException {
        try {
            JsonNode tree = MAPPER.readTree(text);
            JsonNode found = tree.path(versionKey);
            if (!found.isInt()) {
                throw new StateException("damaged: key \"%s\" is missing".formatted(versionKey));
            }
            if (found.intValue() != version) {
                throw new StateException(
                        "has version %d, this vmd reads version %d"
                                .formatted(found.intValue(), version));
            }
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            String reason = String.valueOf(e.getOriginalMessage());
            throw new StateException("damaged: " + reason.lines().findFirst().orElse("no JSON"));
        }
    }
}
