package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import vmconf.grammar.schema.Schema;

/// `enum Release`: the releases of OpenBSD, oldest first.
final class ReleaseEnum {
    private ReleaseEnum() {}

    static TypeSpec type(Schema schema, String pkg) {
        EnumWriter writer =
                new EnumWriter(
                        "Release",
                        "The releases of OpenBSD that have vmd, oldest first. Made from vmconf.schema.yaml.");
        ClassName type = ClassName.get(pkg, "Release");
        writer.field(
                end(type, "OLDEST", "The first release with vmd.", schema.releases().getFirst()));
        writer.field(end(type, "NEWEST", "The newest release known.", schema.releases().getLast()));
        writer.member(TypeName.get(String.class), "word", "Its number, such as {@code 7.4}.");
        schema.releases()
                .forEach(
                        release -> writer.constant(constant(release), CodeBlock.of("$S", release)));
        return writer.build();
    }

    private static FieldSpec end(ClassName type, String name, String doc, String release) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(doc)
                .initializer("$L", constant(release))
                .build();
    }

    /// `7.4` as `OPENBSD_7_4`.
    static String constant(String release) {
        return "OPENBSD_" + release.replace('.', '_');
    }
}
