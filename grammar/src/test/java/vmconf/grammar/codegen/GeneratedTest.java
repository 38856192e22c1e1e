package vmconf.grammar.codegen;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
    void referencePageIsCurrent() {
        Golden.check("docs/vm.conf.md", ReferencePage.markdown(SCHEMA));
    }
}
