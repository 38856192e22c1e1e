package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import vmconf.grammar.schema.Feature;
import vmconf.grammar.schema.Schema;

/// `enum Feature`: what changed from release to release and is no directive.
final class FeatureEnum {
    private FeatureEnum() {}

    static TypeSpec type(Schema schema, String pkg) {
        Lifetimes lifetimes = new Lifetimes(pkg);
        EnumWriter writer =
                new EnumWriter(
                        "Feature",
                        "What changed from release to release and is no directive. Made from vmconf.schema.yaml.");
        writer.member(
                TypeName.get(String.class),
                "what",
                "The subject of a message: it needs a release.");
        writer.member(
                ParameterizedTypeName.get(
                        ClassName.get(Optional.class), ClassName.get(String.class)),
                "of",
                "The name of the directive that it is a part of.");
        writer.member(ClassName.get(pkg, "Lifetime"), "lifetime", "The releases that have it.");
        for (Feature feature : schema.features()) {
            CodeBlock arguments =
                    CodeBlock.builder()
                            .add("$S, ", feature.what())
                            .add(Lifetimes.text(feature.of()))
                            .add(", ")
                            .add(lifetimes.lifetime(feature.lifetime()))
                            .build();
            writer.documented(Names.constant(feature.name()), feature.doc(), arguments);
        }
        return writer.build();
    }
}
