package vmconf.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Our YAML is that of the library, byte for byte.
class BlockYamlProperties {
    private static final YAMLMapper QUOTING = mapper().build();
    private static final YAMLMapper LIBRARY =
            mapper().enable(YAMLWriteFeature.MINIMIZE_QUOTES).build();

    private static YAMLMapper.Builder mapper() {
        return YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .disable(YAMLWriteFeature.SPLIT_LINES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR);
    }

    /// Short ones of what means something in YAML, words that are no strings, and any others; all
    /// on one line.
    @Provide
    Arbitrary<String> strings() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("abnoyNOtru/.:-_+=$()@%~\"'#?!*&|<>[]{},` 019e\t\u00e9")
                        .ofMaxLength(8),
                Arbitraries.of(
                        "null", "Null", "true", "False", "yes", "NO", "on", "off", "y", "n", "~"),
                Arbitraries.of(".inf", "1e3", "0x1f", "1_000", "12:30:45", "2001-01-01", "a: b"),
                Arbitraries.of("fe:e1:bb:d1:00:01", "10.0.0.1/31", "/var/vm/a b.img", "a #b", "a:"),
                Arbitraries.strings().ofMaxLength(20).filter(BlockYamlProperties::isOnOneLine));
    }

    private static boolean isOnOneLine(String text) {
        return text.chars().noneMatch(c -> "\n\r\u0085\u2028\u2029".indexOf(c) >= 0)
                && text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    @Provide
    Arbitrary<Object> documents() {
        return values(3).map(value -> Map.of("document", value));
    }

    /// No list is directly in another one: no plan has that.
    private Arbitrary<Object> values(int depth) {
        Arbitrary<Object> scalars =
                Arbitraries.oneOf(strings(), Arbitraries.longs(), Arbitraries.of(true, false));
        return depth == 0 ? scalars : Arbitraries.oneOf(scalars, objects(depth), lists(depth));
    }

    private Arbitrary<Object> objects(int depth) {
        return Arbitraries.maps(
                        Arbitraries.of("id", "name", "inet6-prefix", "disks", "/vms/0/memory"),
                        values(depth - 1))
                .ofMaxSize(4)
                .map(each -> each);
    }

    private Arbitrary<Object> lists(int depth) {
        return Arbitraries.oneOf(strings().map(each -> each), objects(depth))
                .list()
                .ofMaxSize(4)
                .map(each -> each);
    }

    @Property(tries = 3000)
    void stringsAreQuotedAsTheLibraryDoesIt(@ForAll("strings") String text) {
        String library = LIBRARY.writeValueAsString(List.of(text));
        assertThat("  - " + new YamlScalars(LIBRARY, QUOTING).value(text) + "\n")
                .isEqualTo(library);
    }

    @Property(tries = 500)
    void documentsAreLaidOutAsTheLibraryDoesIt(@ForAll("documents") Object document) {
        StringWriter ours = new StringWriter();
        new JsonMapper()
                .writeValue(
                        new BlockYamlGenerator(
                                new BlockYaml(ours), new YamlScalars(LIBRARY, QUOTING)),
                        document);
        assertThat(ours.toString()).isEqualTo(LIBRARY.writeValueAsString(document));
    }

    /// The library would write it over several lines; quoted, it is the same string.
    @Property(tries = 100)
    void stringsOfSeveralLinesReadBack(
            @ForAll("strings") String start, @ForAll("strings") String end) {
        String text = start + "\n" + end;
        String yaml = new YamlScalars(LIBRARY, QUOTING).value(text);
        assertThat(yaml).doesNotContain("\n");
        assertThat(LIBRARY.readTree("text: " + yaml).path("text").asString()).isEqualTo(text);
    }
}
