package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import vmconf.grammar.schema.Limit;
import vmconf.grammar.schema.Schema;

/// `enum Limit`: the largest values, by release.
final class LimitEnum {
    private final Lifetimes lifetimes;
    private final ClassName step;
    private final ClassName certainty;

    LimitEnum(String pkg) {
        lifetimes = new Lifetimes(pkg);
        step = ClassName.get(pkg, "LimitStep");
        certainty = ClassName.get(pkg, "Certainty");
    }

    TypeSpec type(Schema schema) {
        EnumWriter writer =
                new EnumWriter(
                        "Limit", "The largest values, by release. Made from vmconf.schema.yaml.");
        writer.member(TypeName.get(String.class), "what", "The value in a message.");
        writer.member(certainty, "certainty", "How sure the releases are.");
        writer.member(
                ParameterizedTypeName.get(ClassName.get(List.class), step),
                "steps",
                "What holds since which release, oldest first.");
        for (Limit limit : schema.limits()) {
            writer.documented(
                    Names.constant(limit.name()),
                    limit.doc(),
                    CodeBlock.of(
                            "$S, $L, $L",
                            limit.what(),
                            lifetimes.certainty(limit.sure()),
                            steps(limit)));
        }
        return writer.build();
    }

    private CodeBlock steps(Limit limit) {
        CodeBlock steps =
                limit.most().entrySet().stream()
                        .map(
                                each ->
                                        CodeBlock.of(
                                                "new $T($L, $LL)",
                                                step,
                                                lifetimes.release(each.getKey()),
                                                each.getValue()))
                        .collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.of($L)", List.class, steps);
    }
}
