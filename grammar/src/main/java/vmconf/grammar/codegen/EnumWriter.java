package vmconf.grammar.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/// An enum whose constants carry data: a field, a constructor parameter and an accessor for each.
final class EnumWriter {
    private final TypeSpec.Builder type;
    private final MethodSpec.Builder constructor = MethodSpec.constructorBuilder();

    EnumWriter(String name, String doc) {
        type = TypeSpec.enumBuilder(name).addModifiers(Modifier.PUBLIC).addJavadoc(doc);
    }

    void member(TypeName kind, String name, String doc) {
        type.addField(FieldSpec.builder(kind, name, Modifier.PRIVATE, Modifier.FINAL).build());
        constructor.addParameter(kind, name).addStatement("this.$N = $N", name, name);
        type.addMethod(
                MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(doc)
                        .returns(kind)
                        .addStatement("return $N", name)
                        .build());
    }

    void constant(String name, CodeBlock arguments) {
        type.addEnumConstant(name, TypeSpec.anonymousClassBuilder(arguments).build());
    }

    void documented(String name, String doc, CodeBlock arguments) {
        type.addEnumConstant(
                name, TypeSpec.anonymousClassBuilder(arguments).addJavadoc("$L", doc).build());
    }

    void field(FieldSpec field) {
        type.addField(field);
    }

    TypeSpec build() {
        return type.addMethod(constructor.build()).build();
    }
}
