package vmconf.grammar.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import vmconf.grammar.schema.Schema;

/// `enum Place`: where directives may stand.
final class PlaceEnum {
    private PlaceEnum() {}

    static TypeSpec type(Schema schema) {
        EnumWriter writer =
                new EnumWriter(
                        "Place", "Where directives may stand. Made from vmconf.schema.yaml.");
        writer.member(
                TypeName.get(String.class),
                "text",
                "The place in words, such as {@code in a vm block}.");
        schema.places()
                .forEach(
                        (name, text) ->
                                writer.constant(Names.constant(name), CodeBlock.of("$S", text)));
        return writer.build();
    }
}
