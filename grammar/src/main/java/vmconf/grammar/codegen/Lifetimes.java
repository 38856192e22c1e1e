package vmconf.grammar.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import vmconf.grammar.schema.Lifetime;

/// Releases and lifetimes as Java expressions.
final class Lifetimes {
    private final ClassName lifetime;
    private final ClassName certainty;
    private final ClassName release;

    Lifetimes(String pkg) {
        lifetime = ClassName.get(pkg, "Lifetime");
        certainty = ClassName.get(pkg, "Certainty");
        release = ClassName.get(pkg, "Release");
    }

    CodeBlock release(String name) {
        return CodeBlock.of("$T.$L", release, ReleaseEnum.constant(name));
    }

    /// `A` as `Certainty.SEEN`.
    CodeBlock certainty(String sure) {
        String name =
                switch (sure) {
                    case "A" -> "SEEN";
                    case "B" -> "DATED";
                    case "C" -> "CONCLUDED";
                    default -> throw new IllegalArgumentException(sure);
                };
        return CodeBlock.of("$T.$L", certainty, name);
    }

    CodeBlock lifetime(Lifetime life) {
        return CodeBlock.builder()
                .add("new $T(", lifetime)
                .add(optional(life.since().map(this::release)))
                .add(", ")
                .add(optional(life.until().map(this::release)))
                .add(", ")
                .add(certainty(life.sure()))
                .add(", ")
                .add(text(life.instead()))
                .add(", ")
                .add(text(life.before()))
                .add(")")
                .build();
    }

    static CodeBlock text(Optional<String> text) {
        return optional(text.map(value -> CodeBlock.of("$S", value)));
    }

    private static CodeBlock optional(Optional<CodeBlock> value) {
        return value.map(each -> CodeBlock.of("$T.of($L)", Optional.class, each))
                .orElse(CodeBlock.of("$T.empty()", Optional.class));
    }
}
