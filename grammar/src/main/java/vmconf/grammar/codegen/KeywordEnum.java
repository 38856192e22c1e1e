package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Comparator;
import java.util.List;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Feature;
import vmconf.grammar.schema.Lifetime;
import vmconf.grammar.schema.Schema;

/// `enum Keyword`: every reserved word with its token type and the releases that reserve it.
final class KeywordEnum {
    private static final ClassName PARSER = ClassName.get("vmconf.grammar", "VmConf");

    private final Schema schema;
    private final ClassName release;
    private final Lifetimes lifetimes;

    KeywordEnum(Schema schema, String pkg) {
        this.schema = schema;
        release = ClassName.get(pkg, "Release");
        lifetimes = new Lifetimes(pkg);
    }

    TypeSpec type() {
        EnumWriter writer =
                new EnumWriter(
                        "Keyword",
                        "The reserved words of vm.conf. Made from vmconf.schema.yaml and VmConf.g4.");
        writer.member(TypeName.get(String.class), "word", "How it is written.");
        writer.member(
                TypeName.INT,
                "tokenType",
                "Its token in the grammar; 0 when no directive uses it.");
        writer.member(
                TypeName.BOOLEAN,
                "nativeOnly",
                "Only our own runtime knows it; vmd reads it as an ordinary word.");
        writer.member(release, "since", "First release of OpenBSD that reserves it.");
        writer.member(release, "until", "Last release of OpenBSD that reserves it.");
        for (String word : Vocabulary.keywords()) {
            CodeBlock token = CodeBlock.of("$T.$L", PARSER, Names.constant(word));
            writer.constant(Names.constant(word), arguments(word, token));
        }
        schema.reserved().keySet().stream()
                .filter(word -> !Vocabulary.keywords().contains(word))
                .forEach(
                        word ->
                                writer.constant(
                                        Names.constant(word), arguments(word, CodeBlock.of("0"))));
        return writer.build();
    }

    private CodeBlock arguments(String word, CodeBlock token) {
        List<Lifetime> lives =
                uses(word).stream().filter(each -> each.since().isPresent()).toList();
        boolean nativeOnly = lives.isEmpty() && !schema.reserved().containsKey(word);
        return CodeBlock.builder()
                .add("$S, $L, $L, ", word, token, nativeOnly)
                .add(lifetimes.release(since(lives)))
                .add(", ")
                .add(until(word, lives))
                .build();
    }

    /// The lifetimes of all that the word is a keyword of.
    private List<Lifetime> uses(String word) {
        return schema.directives().stream()
                .filter(entry -> entry.keywords().contains(word))
                .map(entry -> lifetime(entry, word))
                .toList();
    }

    private Lifetime lifetime(Entry entry, String word) {
        return schema.features().stream()
                .filter(each -> each.of().stream().anyMatch(entry.name()::equals))
                .filter(each -> each.keywords().contains(word))
                .map(Feature::lifetime)
                .findFirst()
                .orElse(entry.lifetime());
    }

    private String since(List<Lifetime> lives) {
        return lives.stream()
                .map(life -> life.since().orElseThrow())
                .min(Comparator.comparingInt(schema.releases()::indexOf))
                .orElse(schema.releases().getFirst());
    }

    private CodeBlock until(String word, List<Lifetime> lives) {
        boolean still =
                schema.reserved().containsKey(word)
                        || lives.isEmpty()
                        || lives.stream().anyMatch(life -> life.until().isEmpty());
        return still
                ? CodeBlock.of("$T.NEWEST", release)
                : lifetimes.release(
                        lives.stream()
                                .map(life -> life.until().orElseThrow())
                                .max(Comparator.comparingInt(schema.releases()::indexOf))
                                .orElseThrow());
    }
}
