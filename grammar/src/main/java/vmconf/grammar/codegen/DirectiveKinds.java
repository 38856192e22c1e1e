package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Schema;

/// `class DirectiveKinds`: from a directive's record to what the schema says about it. Apart from
/// `Directives`, because it loads every record.
final class DirectiveKinds {
    private final Schema schema;
    private final ClassName directive;
    private final ClassName directives;
    private final ClassName info;

    DirectiveKinds(Schema schema, String pkg) {
        this.schema = schema;
        directive = ClassName.get(pkg, "Directive");
        directives = ClassName.get(pkg, "Directives");
        info = ClassName.get(pkg, "DirectiveInfo");
    }

    TypeSpec type() {
        return TypeSpec.classBuilder("DirectiveKinds")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "What the schema says about a directive, by its record. Made from vmconf.schema.yaml.")
                .addField(all())
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
                .build();
    }

    private FieldSpec all() {
        List<Entry> all = schema.directives();
        CodeBlock entries =
                all.stream()
                        .map(entry -> entry(entry, all.indexOf(entry)))
                        .collect(CodeBlock.joining(",\n"));
        ParameterizedTypeName kind =
                ParameterizedTypeName.get(
                        ClassName.get(Class.class), WildcardTypeName.subtypeOf(directive));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(Map.class), kind, info),
                        "ALL",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("Every directive.")
                .initializer("$T.ofEntries(\n$L)", Map.class, entries)
                .build();
    }

    private CodeBlock entry(Entry entry, int index) {
        return CodeBlock.of(
                "$T.entry($T.class, $T.ALL.get($L))",
                Map.class,
                directive.nestedClass(Names.type(entry.name())),
                directives,
                index);
    }
}
