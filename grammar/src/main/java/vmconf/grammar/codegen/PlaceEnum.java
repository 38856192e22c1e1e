package vmconf.grammar.codegen;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import vmconf.grammar.schema.Schema;

/// `enum Place`: where directives may stand.
final class PlaceEnum {
    private PlaceEnum() {}

    static TypeSpec type(Schema schema) {
        TypeSpec.Builder type =
                TypeSpec.enumBuilder("Place")
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("Where directives may stand. Made from vmconf.schema.yaml.")
                        .addField(
                                FieldSpec.builder(
                                                String.class,
                                                "text",
                                                Modifier.PRIVATE,
                                                Modifier.FINAL)
                                        .build())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addParameter(String.class, "text")
                                        .addStatement("this.text = text")
                                        .build())
                        .addMethod(
                                MethodSpec.methodBuilder("text")
                                        .addModifiers(Modifier.PUBLIC)
                                        .addJavadoc(
                                                "The place in words, such as {@code in a vm block}.")
                                        .returns(String.class)
                                        .addStatement("return text")
                                        .build());
        schema.places()
                .forEach(
                        (name, text) ->
                                type.addEnumConstant(
                                        Names.constant(name),
                                        TypeSpec.anonymousClassBuilder("$S", text).build()));
        return type.build();
    }
}
