package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import vmconf.grammar.schema.Argument;
import vmconf.grammar.schema.Entry;
import vmconf.grammar.schema.Schema;

/// `interface Directive`: one record for each directive, as written, and one sealed interface for
/// each place.
final class DirectiveRecords {
    private final Schema schema;
    private final ClassName directive;
    private final ClassName span = ClassName.get("vmconf.source", "Span");
    private final ClassName word;
    private final ClassName keyword;

    DirectiveRecords(Schema schema, String pkg) {
        this.schema = schema;
        directive = ClassName.get(pkg, "Directive");
        word = ClassName.get(pkg, "Word");
        keyword = ClassName.get(pkg, "Keyword");
    }

    TypeSpec type() {
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(directive)
                        .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                        .addJavadoc(
                                "A directive as written: nothing defaulted, nothing looked up."
                                        + " Made from vmconf.schema.yaml.")
                        .addMethod(
                                MethodSpec.methodBuilder("span")
                                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                                        .addJavadoc("From its first word to the end of its last.")
                                        .returns(span)
                                        .build());
        schema.places().forEach((place, text) -> type.addType(place(place, text)));
        schema.directives().forEach(entry -> type.addType(record(entry)));
        return type.addType(broken()).build();
    }

    private ClassName placeName(String place) {
        return directive.nestedClass("In" + Names.type(place));
    }

    private TypeSpec place(String place, String text) {
        return TypeSpec.interfaceBuilder(placeName(place))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.SEALED)
                .addJavadoc("What may stand " + text + ".")
                .addSuperinterface(directive)
                .build();
    }

    private TypeSpec record(Entry entry) {
        MethodSpec.Builder members = MethodSpec.constructorBuilder().addParameter(span, "span");
        for (Argument argument : entry.takes()) {
            members.addParameter(
                    ParameterSpec.builder(argumentType(argument), argument.name()).build());
        }
        TypeSpec.Builder record =
                TypeSpec.recordBuilder(Names.type(entry.name()))
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc("{@code $L}: $L", entry.form(), entry.doc())
                        .recordConstructor(members.build());
        entry.in().forEach(place -> record.addSuperinterface(placeName(place)));
        return record.build();
    }

    private TypeSpec broken() {
        TypeSpec.Builder record =
                TypeSpec.recordBuilder("Broken")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .addJavadoc(
                                "Text that the grammar could not place, kept so that editors still see it.")
                        .recordConstructor(
                                MethodSpec.constructorBuilder().addParameter(span, "span").build());
        schema.places().keySet().forEach(place -> record.addSuperinterface(placeName(place)));
        return record.build();
    }

    private TypeName argumentType(Argument argument) {
        TypeName type =
                switch (argument.type()) {
                    case STRING, WORD, INT, SIZE, OWNER -> word;
                    case FLAG -> TypeName.BOOLEAN;
                    case CHOICE -> keyword;
                    case BLOCK, LIST ->
                            ParameterizedTypeName.get(
                                    ClassName.get(List.class), placeName(argument.of()));
                };
        return argument.optional()
                ? ParameterizedTypeName.get(ClassName.get(Optional.class), type)
                : type;
    }
}
