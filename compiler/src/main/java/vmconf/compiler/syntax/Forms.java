package vmconf.compiler.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import vmconf.grammar.VmConf;

/// How directives are written, for messages about one that is not.
final class Forms {
    /// The places that rules of the grammar stand for.
    static final Map<Integer, Place> PLACES =
            Map.of(
                    VmConf.RULE_statement, Place.FILE,
                    VmConf.RULE_global, Place.GLOBAL,
                    VmConf.RULE_switchOption, Place.SWITCH,
                    VmConf.RULE_vmOption, Place.VM,
                    VmConf.RULE_interfaceOption, Place.INTERFACE,
                    VmConf.RULE_agentxOption, Place.AGENTX,
                    VmConf.RULE_instanceFlag, Place.INSTANCE_FLAG);

    private Forms() {}

    /// The forms of the directive that a context is about, by the keyword it starts with.
    static Optional<String> of(ParserRuleContext context) {
        for (RuleContext each = context; each != null; each = each.parent) {
            Place place = PLACES.get(each.getRuleIndex());
            if (place != null && each instanceof ParserRuleContext directive) {
                return forms(place, directive.start.getText());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> forms(Place place, String first) {
        List<String> forms =
                DirectiveInfo.in(place).stream()
                        .filter(info -> startsWith(info, first))
                        .map(DirectiveInfo::form)
                        .toList();
        return forms.isEmpty()
                ? Optional.empty()
                : Optional.of("write: " + String.join(" or ", forms));
    }

    private static boolean startsWith(DirectiveInfo info, String first) {
        return !info.keywords().isEmpty()
                && (info.keywords().getFirst().word().equals(first)
                        || (info.form().startsWith("[")
                                && info.keywords().stream().anyMatch(k -> k.word().equals(first))));
    }

    /// The words that may start a directive of the target in a place.
    static Stream<String> firstWords(Place place, Vocabulary vocabulary) {
        Stream<DirectiveInfo> infos = DirectiveInfo.in(place).stream();
        if (place == Place.FILE) {
            infos = Stream.concat(infos, DirectiveInfo.in(Place.GLOBAL).stream());
        }
        return infos.filter(info -> !info.keywords().isEmpty() && vocabulary.has(info))
                .flatMap(
                        info ->
                                info.form().startsWith("[")
                                        ? info.keywords().stream()
                                        : Stream.of(info.keywords().getFirst()))
                .map(Keyword::word)
                .distinct();
    }

    /// Where else a word starts a directive, in words: `a switch block or the options of an
    /// interface`.
    static Optional<String> otherPlaces(String first, Place here) {
        String places =
                Directives.ALL.stream()
                        .filter(info -> startsWith(info, first) && !info.places().contains(here))
                        .flatMap(info -> info.places().stream())
                        .distinct()
                        .sorted()
                        .map(Place::text)
                        .collect(Collectors.joining(" or "));
        return places.isEmpty() ? Optional.empty() : Optional.of(places);
    }
}
