package vmconf.compiler.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.expand.Config;
import vmconf.compiler.expand.LiteralReference;
import vmconf.compiler.expand.LiteralReference.Place;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Spelling;
import vmconf.compiler.syntax.Token;
import vmconf.source.Span;

/// A word with references to macros that are not expanded, and how to have them expanded. One edit
/// serves all references of the word.
///
/// @param values the macros that it refers to, with their values
/// @param joinable the target joins adjacent words
record LiteralWord(
        Token token,
        List<LiteralReference> references,
        Map<String, String> values,
        boolean joinable) {
    /// Directives whose argument may be several words, which are joined.
    private static final Set<String> JOINING =
            Set.of("boot", "cdrom", "disk", "group", "include", "instance", "switch", "vm");

    /// Makes the finding about a reference.
    interface Finding {
        Diagnostic about(LiteralReference reference);
    }

    /// The findings about the references of one sort.
    static Stream<Diagnostic> findings(
            Config config,
            Place place,
            Finding finding,
            Function<LiteralWord, Optional<Fix>> fixes) {
        List<LiteralReference> all = config.literalReferences();
        if (all.isEmpty()) {
            return Stream.empty();
        }
        Stream.Builder<Diagnostic> findings = Stream.builder();
        int start = 0;
        while (start < all.size()) {
            int end = start + 1;
            while (end < all.size() && all.get(end).word().equals(all.get(start).word())) {
                end++;
            }
            if (all.get(start).place() == place) {
                LiteralWord word = of(all.subList(start, end), config);
                Optional<Fix> fix = fixes.apply(word);
                word.references.forEach(
                        each -> findings.add(placed(finding.about(each), each).withFix(fix)));
            }
            start = end;
        }
        return findings.build();
    }

    /// What is defined further down is not expanded without quotes or behind a blank either.
    private static Diagnostic placed(Diagnostic finding, LiteralReference reference) {
        return reference
                .below()
                .map(
                        place ->
                                finding.with(place, "its value is given here, further down")
                                        .withHelp(
                                                "move the definition up; "
                                                        + finding.help().orElseThrow()))
                .orElse(finding);
    }

    private static LiteralWord of(List<LiteralReference> references, Config config) {
        Map<String, String> values = new HashMap<>();
        references.forEach(each -> values.put(each.macro().name(), each.macro().value()));
        return new LiteralWord(
                references.getFirst().word(),
                references,
                values,
                config.target().has(Feature.STRING_CONCATENATION));
    }

    /// Takes the references out of the quotes; nothing where that would mean something else.
    Optional<Fix> unquoted() {
        Span span = token.span();
        boolean asWritten = span.end() - span.start() == token.text().length() + 2;
        if (!token.quoted() || !asWritten || !allPlain()) {
            return Optional.empty();
        }
        return new Unquoting(values.keySet())
                .of(token.text(), joins())
                .flatMap(
                        text -> Fix.replace("take the macro out of the quotes", false, span, text));
    }

    /// Puts a blank in front of every reference.
    Optional<Fix> separated() {
        return joins() && allPlain()
                ? Optional.of(
                        new Fix(
                                "put a blank in front of the macro",
                                false,
                                references.stream().map(LiteralWord::blank).toList()))
                : Optional.empty();
    }

    private static Fix.Edit blank(LiteralReference reference) {
        Span span = reference.span();
        return new Fix.Edit(new Span(span.file(), span.start(), span.start(), span.origin()), " ");
    }

    /// Puts the values in place of the references.
    Optional<Fix> replacedByValues() {
        StringBuilder text = new StringBuilder();
        for (String part : new Unquoting(values.keySet()).parts(token.text())) {
            String value = part.startsWith("$") ? values.get(part.substring(1)) : null;
            text.append(value == null ? part : value);
        }
        return Spelling.quoted(text.toString())
                .flatMap(
                        quoted ->
                                Fix.replace(
                                        "put the value here: %s".formatted(quoted),
                                        false,
                                        token.span(),
                                        quoted));
    }

    /// Every value is there, and read as one word wherever it stands.
    private boolean allPlain() {
        return references.stream().allMatch(each -> each.below().isEmpty())
                && values.values().stream().allMatch(Spelling::isBareWord);
    }

    /// Words in this place are joined without a separator.
    private boolean joins() {
        String text = token.span().file().text();
        int end = token.span().start();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return joinable && JOINING.contains(text.substring(start, end));
    }
}
