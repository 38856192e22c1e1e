package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Schema;

/// `class Directives`: what the schema says about each directive, for completion, hover and
/// messages.
final class DirectiveTable {
    private final Schema schema;
    private final ClassName info;
    private final ClassName directive;
    private final ClassName place;
    private final ClassName keyword;
    private final Lifetimes lifetimes;

    DirectiveTable(Schema schema, String pkg) {
        this.schema = schema;
        info = ClassName.get(pkg, "DirectiveInfo");
        directive = ClassName.get(pkg, "Directive");
        place = ClassName.get(pkg, "Place");
        keyword = ClassName.get(pkg, "Keyword");
        lifetimes = new Lifetimes(pkg);
    }

    TypeSpec type() {
        return TypeSpec.classBuilder("Directives")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Every directive of vm.conf. Made from vmconf.schema.yaml.")
                .addField(all())
                .addField(reserved())
                .addField(removed())
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
                .build();
    }

    private FieldSpec all() {
        CodeBlock.Builder list = CodeBlock.builder().add("$T.of(\n", List.class);
        String separator = "";
        for (Entry entry : schema.directives()) {
            list.add(separator).add(entry(entry));
            separator = ",\n";
        }
        TypeName type = ParameterizedTypeName.get(ClassName.get(List.class), info);
        return FieldSpec.builder(type, "ALL", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("In the order of the schema.")
                .initializer(list.add(")").build())
                .build();
    }

    private FieldSpec reserved() {
        CodeBlock.Builder map = CodeBlock.builder().add("$T.of(", Map.class);
        String separator = "";
        for (Map.Entry<String, String> each : schema.reserved().entrySet()) {
            map.add(separator)
                    .add("$T.$L, $S", keyword, Names.constant(each.getKey()), each.getValue());
            separator = ", ";
        }
        TypeName type =
                ParameterizedTypeName.get(
                        ClassName.get(Map.class), keyword, ClassName.get(String.class));
        return FieldSpec.builder(type, "RESERVED", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Keywords that no directive uses, with the reason.")
                .initializer(map.add(")").build())
                .build();
    }

    private FieldSpec removed() {
        CodeBlock kinds =
                schema.directives().stream()
                        .filter(entry -> entry.lifetime().until().isPresent())
                        .map(
                                entry ->
                                        CodeBlock.of(
                                                "$T.class",
                                                directive.nestedClass(Names.type(entry.name()))))
                        .collect(CodeBlock.joining(", "));
        TypeName kind =
                ParameterizedTypeName.get(
                        ClassName.get(Class.class), WildcardTypeName.subtypeOf(directive));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(List.class), kind),
                        "REMOVED",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("Those that the newest release does not have any more.")
                .initializer("$T.of($L)", List.class, kinds)
                .build();
    }

    private CodeBlock entry(Entry entry) {
        return CodeBlock.builder()
                .add("new $T(\n$>$S, $T.of(", info, entry.name(), Set.class)
                .add(constants(place, entry.in()))
                .add("), $S, $T.of(", entry.form(), List.class)
                .add(constants(keyword, entry.keywords()))
                .add("),\n")
                .add(Lifetimes.text(entry.defaultValue()))
                .add(", ")
                .add(Lifetimes.text(entry.range()))
                .add(",\n$S, ", entry.repeat())
                .add(Lifetimes.text(entry.inherited()))
                .add(",\n")
                .add(lifetimes.lifetime(entry.lifetime()))
                .add(",\n$S)$<", entry.doc())
                .build();
    }

    private static CodeBlock constants(ClassName type, List<String> names) {
        return names.stream()
                .map(name -> CodeBlock.of("$T.$L", type, Names.constant(name)))
                .collect(CodeBlock.joining(", "));
    }
}
