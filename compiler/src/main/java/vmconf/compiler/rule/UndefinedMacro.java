package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.MacroDefinition;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Spelling;
import vmconf.compiler.syntax.SyntaxProblem;
import vmconf.compiler.syntax.SyntaxProblem.Kind;
import vmconf.source.Span;

/// A reference to a macro that is not defined above it.
final class UndefinedMacro implements Rule {
    private static final String MOVE = "move the definition above its first use";

    /// More are not looked for, so that time stays linear.
    private static final int MOST_MOVES = 100;

    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM101",
                    Severity.ERROR,
                    "macro is not defined",
                    "A macro must be defined above its first use; vmd skips the line and the next one.",
                    """
                    vm "a" {
                        disk $image
                    }
                    """,
                    """
                    image = "/var/vm/a.img"
                    vm "a" {
                        disk $image
                    }
                    """);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /// The references alone.
    static Stream<Span> references(Config config) {
        return config.problems().stream()
                .filter(problem -> problem.kind() == Kind.UNDEFINED_MACRO)
                .map(SyntaxProblem::span);
    }

    /// The name that a reference names.
    static String name(Span reference) {
        return reference.text().substring(1);
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        List<Span> references = references(config).toList();
        if (references.isEmpty()) {
            return Stream.empty();
        }
        Map<String, MacroDefinition> definitions = new LinkedHashMap<>();
        config.macros().forEach(each -> definitions.putIfAbsent(each.name(), each));
        Map<String, Optional<Fix>> moves = new HashMap<>();
        NearNames near = new NearNames();
        List<Diagnostic> findings = new ArrayList<>();
        for (Span reference : references) {
            String name = name(reference);
            Optional<Directive.Macro> later =
                    Optional.ofNullable(definitions.get(name)).flatMap(MacroDefinition::directive);
            if (later.isEmpty()) {
                findings.add(undefined(reference, definitions, near));
                continue;
            }
            // The first reference comes first.
            if (moves.size() < MOST_MOVES) {
                moves.computeIfAbsent(name, _ -> move(later.get(), reference, config));
            }
            findings.add(
                    belated(reference, later.get(), moves.getOrDefault(name, Optional.empty())));
        }
        return findings.stream();
    }

    /// What was defined above would have been expanded.
    private static Diagnostic belated(Span reference, Directive.Macro later, Optional<Fix> move) {
        return INFO.at(reference, "macro \"%s\" is defined further down".formatted(name(reference)))
                .with(later.name().span(), "defined here")
                .withHelp(MOVE)
                .withFix(move);
    }

    private static Optional<Fix> move(Directive.Macro later, Span reference, Config config) {
        return config.statements().stream()
                .filter(each -> each.span().file() == reference.file())
                .filter(each -> each.span().start() <= reference.start())
                .filter(each -> reference.end() <= each.span().end())
                .findFirst()
                .flatMap(use -> Moved.above(MOVE, later, use));
    }

    private static Diagnostic undefined(
            Span reference, Map<String, MacroDefinition> definitions, NearNames near) {
        String name = name(reference);
        Optional<String> meant =
                near.nearest(name, definitions.keySet())
                        .filter(Spelling::isMacroName)
                        .filter(
                                each ->
                                        Optional.ofNullable(definitions.get(each))
                                                .filter(macro -> isBelow(macro, reference))
                                                .isEmpty());
        return INFO.at(reference, "macro \"%s\" is not defined".formatted(name))
                .withHelp(meant.map("did you mean \"%s\"?"::formatted))
                .withFix(
                        meant.flatMap(
                                each ->
                                        Fix.replace(
                                                "replace \"$%s\" by \"$%s\"".formatted(name, each),
                                                false,
                                                reference,
                                                "$" + each)));
    }

    private static boolean isBelow(MacroDefinition macro, Span reference) {
        return macro.directive()
                .map(Directive.Macro::span)
                .filter(each -> each.file() == reference.file())
                .filter(each -> each.start() > reference.start())
                .isPresent();
    }
}
