package vmconf.grammar.codegen;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vmconf.grammar.schema.Schema;
import vmconf.grammar.schema.SchemaReader;

/// Writes what is made from the schema; called by the builds of other modules.
public final class Generate {
    private Generate() {}

    /// `java PACKAGE FOLDER`, `textmate FILE`, `snippets FILE` or `reference FILE`.
    public static void main(String[] args) throws IOException {
        Schema schema = SchemaReader.read(Vocabulary.keywords()::contains);
        switch (args[0]) {
            case "java" -> java(schema, args[1], Path.of(args[2]));
            case "textmate" -> write(Path.of(args[1]), TextMateGrammar.json(schema));
            case "snippets" -> write(Path.of(args[1]), Snippets.json(schema));
            case "reference" -> write(Path.of(args[1]), ReferencePage.markdown(schema));
            default -> throw new IllegalArgumentException("unknown output " + args[0]);
        }
    }

    /// The Java sources, one type each.
    static List<JavaFile> javaFiles(Schema schema, String pkg) {
        List<TypeSpec> types =
                List.of(
                        PlaceEnum.type(schema),
                        ReleaseEnum.type(schema, pkg),
                        new KeywordEnum(schema, pkg).type(),
                        new DirectiveRecords(schema, pkg).type(),
                        new DirectiveTable(schema, pkg).type(),
                        new DirectiveKinds(schema, pkg).type(),
                        FeatureEnum.type(schema, pkg),
                        new LimitEnum(pkg).type(schema));
        return types.stream()
                .map(type -> JavaFile.builder(pkg, type).indent("    ").build())
                .toList();
    }

    private static void java(Schema schema, String pkg, Path folder) throws IOException {
        Path sources = folder.resolve(pkg.replace('.', '/'));
        for (JavaFile file : javaFiles(schema, pkg)) {
            write(sources.resolve(file.typeSpec().name() + ".java"), file.toString());
        }
    }

    /// Leaves a file alone that says so already: what depends on it is not made anew.
    private static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
