package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Schema;

/// `enum Keyword`: every reserved word with its token type.
final class KeywordEnum {
    private static final ClassName PARSER = ClassName.get("vmconf.grammar", "VmConf");

    private KeywordEnum() {}

    static TypeSpec type(Schema schema) {
        TypeSpec.Builder type =
                TypeSpec.enumBuilder("Keyword")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                "The reserved words of vm.conf. Made from vmconf.schema.yaml and VmConf.g4.");
        member(type, String.class, "word", "How it is written.");
        member(
                type,
                int.class,
                "tokenType",
                "Its token in the grammar; 0 when no directive uses it.");
        member(
                type,
                boolean.class,
                "nativeOnly",
                "Only our own runtime knows it; vmd reads it as an ordinary word.");
        type.addMethod(
                MethodSpec.constructorBuilder()
                        .addParameter(String.class, "word")
                        .addParameter(int.class, "tokenType")
                        .addParameter(boolean.class, "nativeOnly")
                        .addStatement("this.word = word")
                        .addStatement("this.tokenType = tokenType")
                        .addStatement("this.nativeOnly = nativeOnly")
                        .build());
        for (String word : Vocabulary.keywords()) {
            CodeBlock token = CodeBlock.of("$T.$L", PARSER, Names.constant(word));
            constant(type, word, token, nativeOnly(schema, word));
        }
        schema.reserved().forEach((word, why) -> constant(type, word, CodeBlock.of("0"), false));
        return type.build();
    }

    private static void constant(
            TypeSpec.Builder type, String word, CodeBlock token, boolean nativeOnly) {
        type.addEnumConstant(
                Names.constant(word),
                TypeSpec.anonymousClassBuilder("$S, $L, $L", word, token, nativeOnly).build());
    }

    private static void member(
            TypeSpec.Builder type, java.lang.reflect.Type kind, String name, String doc) {
        type.addField(FieldSpec.builder(kind, name, Modifier.PRIVATE, Modifier.FINAL).build());
        type.addMethod(
                MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(doc)
                        .returns(TypeName.get(kind))
                        .addStatement("return $N", name)
                        .build());
    }

    private static boolean nativeOnly(Schema schema, String word) {
        List<Entry> users =
                schema.directives().stream()
                        .filter(entry -> entry.keywords().contains(word))
                        .toList();
        return !users.isEmpty()
                && users.stream().allMatch(entry -> entry.since().equals(Entry.NATIVE));
    }
}
