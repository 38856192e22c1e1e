package vmconf.runtime.transfer;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Headers and trailers as JSON. What this version does not have is refused, not skipped.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private Json() {}

    static byte[] write(Object part) {
        return MAPPER.writeValueAsString(part).getBytes(StandardCharsets.UTF_8);
    }

    static <T> T read(byte[] text, String part, Class<T> type) throws BrokenStateException {
        try {
            return MAPPER.readValue(new String(text, StandardCharsets.UTF_8), type);
        } catch (JacksonException e) {
            String reason = String.valueOf(e.getOriginalMessage());
            throw new BrokenStateException(
                    "its %s cannot be used: %s"
                            .formatted(part, reason.lines().findFirst().orElse("no JSON")));
        }
    }
}
