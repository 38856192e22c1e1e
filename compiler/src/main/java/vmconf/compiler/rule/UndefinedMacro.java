package vmconf.compiler.rule;

import java.util.HashMap;
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
        Map<String, MacroDefinition> definitions = new HashMap<>();
        config.macros().forEach(each -> definitions.putIfAbsent(each.name(), each));
        NearNames near = new NearNames();
        return references.stream()
                .map(
                        reference ->
                                Optional.ofNullable(definitions.get(name(reference)))
                                        .flatMap(MacroDefinition::directive)
                                        .map(later -> belated(reference, later))
                                        .orElseGet(() -> undefined(reference, config, near)));
    }

    /// What was defined above would have been expanded.
    private static Diagnostic belated(Span reference, Directive.Macro later) {
        return INFO.at(
                        reference,
                        "macro \"%s\" is defined further down".formatted(name(reference)))
                .with(later.name().span(), "defined here")
                .withHelp("move the definition above its first use");
    }

    private static Diagnostic undefined(Span reference, Config config, NearNames near) {
        String name = name(reference);
        List<String> above =
                config.macros().stream()
                        .filter(each -> Spelling.isMacroName(each.name()))
                        .filter(each -> !isBelow(each, reference))
                        .map(MacroDefinition::name)
                        .toList();
        Optional<String> meant = near.nearest(name, above);
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
