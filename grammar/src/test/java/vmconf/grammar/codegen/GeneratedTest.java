package vmconf.grammar.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.grammar.schema.Schema;
import vmconf.grammar.schema.SchemaReader;
import vmconf.testdata.Golden;

/// What is made from the schema, kept in files that people read.
class GeneratedTest {
    private static final Schema SCHEMA = SchemaReader.read(Vocabulary.keywords()::contains);

    @Test
    void javaIsReadable() {
        String java =
                Generate.javaFiles(SCHEMA, "vmconf.compiler.syntax").stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"));
        Golden.check("grammar/src/test/resources/generated.java.txt", java);
    }

    @Test
    void textMateGrammarIsCurrent() {
        Golden.check(
                "vscode-extension/syntaxes/vmconf.tmLanguage.json", TextMateGrammar.json(SCHEMA));
    }

    @Test
    void snippetsAreCurrent() {
        Golden.check("vscode-extension/snippets/vmconf.json", Snippets.json(SCHEMA));
    }

    @Test
    void theExtensionOffersEveryTarget() throws IOException {
        Path manifest = Golden.root().resolve("vscode-extension/package.json");
        JsonNode setting =
                new JsonMapper()
                        .readTree(Files.readString(manifest))
                        .at("/contributes/configuration/properties/vmconf.target");
        assertThat(setting.path("enum").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(SCHEMA.targets());
        assertThat(setting.path("default").asString()).isEqualTo("openbsd");
    }

    @Test
    void referencePageIsCurrent() {
        Golden.check("docs/vm.conf.md", ReferencePage.markdown(SCHEMA));
    }
}
