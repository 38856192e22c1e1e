package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Schema;

/// `class Directives`: what the schema says about each directive, for completion, hover and
/// messages.
final class DirectiveTable {
    private final Schema schema;
    private final ClassName info;
    private final ClassName place;
    private final ClassName keyword;

    DirectiveTable(Schema schema, String pkg) {
        this.schema = schema;
        info = ClassName.get(pkg, "DirectiveInfo");
        place = ClassName.get(pkg, "Place");
        keyword = ClassName.get(pkg, "Keyword");
    }

    TypeSpec type() {
        return TypeSpec.classBuilder("Directives")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Every directive of vm.conf. Made from vmconf.schema.yaml.")
                .addField(all())
                .addField(reserved())
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

    private CodeBlock entry(Entry entry) {
        return CodeBlock.builder()
                .add("new $T(\n$>$S, $T.of(", info, entry.name(), Set.class)
                .add(constants(place, entry.in()))
                .add("), $S, $T.of(", entry.form(), List.class)
                .add(constants(keyword, entry.keywords()))
                .add("),\n")
                .add(optional(entry.defaultValue()))
                .add(", ")
                .add(optional(entry.range()))
                .add(",\n$S, ", entry.repeat())
                .add(optional(entry.inherited()))
                .add(", $S, ", entry.since())
                .add(optional(entry.until()))
                .add(",\n$S)$<", entry.doc())
                .build();
    }

    private static CodeBlock constants(ClassName type, List<String> names) {
        return names.stream()
                .map(name -> CodeBlock.of("$T.$L", type, Names.constant(name)))
                .collect(CodeBlock.joining(", "));
    }

    private static CodeBlock optional(Optional<String> text) {
        return text.map(value -> CodeBlock.of("$T.of($S)", Optional.class, value))
                .orElse(CodeBlock.of("$T.empty()", Optional.class));
    }
}
