package vmconf.grammar.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Schema;
import vmconf.grammar.schema.SchemaReader;

class AgreementTest {
    private static final Schema SCHEMA = SchemaReader.read(Vocabulary.keywords()::contains);

    @Test
    void theGrammarAndTheSchemaAgree() {
        assertThat(new Agreement(SCHEMA).problems()).isEmpty();
    }

    @Test
    void noticesAnEntryThatTheGrammarLacks() {
        Schema schema = withDirectives(all -> all);
        List<Entry> entries = new ArrayList<>(schema.directives());
        entries.add(renamed(entries.getLast(), "allow-format", List.of("format")));
        assertThat(new Agreement(withDirectives(all -> entries)).problems())
                .containsExactlyInAnyOrder(
                        "rule instanceFlag: no alternative for allow-format [format]",
                        "VmConf.g4 has no label \"allowFormat\"");
    }

    @Test
    void noticesAnAlternativeThatTheSchemaLacks() {
        Schema schema =
                withDirectives(all -> all.stream().filter(e -> !e.name().equals("cdrom")).toList());
        assertThat(new Agreement(schema).problems())
                .containsExactly("rule vmOption: no entry in the schema for [cdrom]");
    }

    @Test
    void noticesAnotherKeyword() {
        Schema schema =
                withDirectives(
                        all ->
                                all.stream()
                                        .map(
                                                e ->
                                                        e.name().equals("cdrom")
                                                                ? renamed(
                                                                        e,
                                                                        "cdrom",
                                                                        List.of("device"))
                                                                : e)
                                        .toList());
        assertThat(new Agreement(schema).problems()).hasSize(2);
    }

    private static Schema withDirectives(UnaryOperator<List<Entry>> change) {
        return new Schema(
                SCHEMA.releases(),
                SCHEMA.reserved(),
                SCHEMA.places(),
                change.apply(SCHEMA.directives()),
                SCHEMA.features(),
                SCHEMA.limits());
    }

    private static Entry renamed(Entry e, String name, List<String> keywords) {
        return new Entry(
                name,
                e.in(),
                e.form(),
                keywords,
                e.takes(),
                e.defaultValue(),
                e.range(),
                e.repeat(),
                e.inherited(),
                e.lifetime(),
                e.doc());
    }
}
