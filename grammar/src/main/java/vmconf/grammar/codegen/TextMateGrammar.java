package vmconf.grammar.codegen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vmconf.grammar.schema.Schema;

/// The TextMate grammar that colours vm.conf before the language server has answered.
final class TextMateGrammar {
    // Every rule takes a whole token, so that no rule ever starts inside a word; the rule for words
    // comes last.
    private static final String IN_WORD = "[^\\s(){}!=#,]";
    private static final String WORD = "[A-Za-z0-9_:/]" + IN_WORD + "*";
    private static final String END_OF_WORD = "(?=$|\\\\$|[\\s{},#=()!])";

    private TextMateGrammar() {}

    static String json(Schema schema) {
        Map<String, Object> grammar = new LinkedHashMap<>();
        grammar.put("name", "vm.conf");
        grammar.put("scopeName", "source.vmconf");
        grammar.put("fileTypes", List.of("vm.conf"));
        grammar.put("patterns", patterns(schema));
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(grammar) + "\n";
    }

    private static List<Map<String, Object>> patterns(Schema schema) {
        Set<String> blocks = Set.of("vm", "switch", "instance", "include");
        Set<String> modifiers = Set.of("enable", "disable", "up", "down", "local", "locked");
        Set<String> others = new TreeSet<>(Vocabulary.keywords());
        others.removeAll(blocks);
        others.removeAll(modifiers);
        others.removeIf(word -> isOrdinary(schema, word) || schema.reserved().containsKey(word));
        return List.of(
                comment(),
                string("\"", "double"),
                string("'", "single"),
                reference(),
                definition(schema),
                match("constant.numeric.size.vmconf", "-?[0-9]+(\\.[0-9]+)?[BKMGTPEbkmgtpe]?"),
                match(
                        "invalid.illegal.reserved.vmconf",
                        either(schema.reserved().keySet().stream())),
                match("keyword.other.block.vmconf", either(blocks.stream().sorted())),
                match("storage.modifier.vmconf", either(modifiers.stream().sorted())),
                match("keyword.other.vmconf", either(others.stream())),
                ordered("name", "string.unquoted.vmconf", "match", WORD),
                ordered("name", "punctuation.section.block.vmconf", "match", "[{}]"),
                ordered("name", "punctuation.separator.vmconf", "match", ","),
                ordered("name", "keyword.operator.assignment.vmconf", "match", "="));
    }

    private static Map<String, Object> comment() {
        // A backslash before the line's end continues the comment on the next line, two do not.
        Map<String, Object> rule =
                ordered("name", "comment.line.number-sign.vmconf", "begin", "#", "end", "(?=\\n)");
        rule.put(
                "patterns",
                List.of(
                        ordered(
                                "name",
                                "constant.character.escape.line-continuation.vmconf",
                                "match",
                                "\\\\\\n"),
                        ordered("match", "\\\\[^\\n]")));
        return rule;
    }

    private static Map<String, Object> string(String quote, String kind) {
        Map<String, Object> rule =
                ordered("name", "string.quoted." + kind + ".vmconf", "begin", quote, "end", quote);
        rule.put(
                "patterns",
                List.of(
                        ordered(
                                "name",
                                "constant.character.escape.vmconf",
                                "match",
                                "\\\\[ \\t" + quote + "]")));
        return rule;
    }

    private static Map<String, Object> reference() {
        // Text that follows the name directly sticks to the last word of the value.
        Map<String, Object> rule = ordered("match", "(\\$[A-Za-z0-9_]*)([^\\s(){}!=#,$\"']*)");
        rule.put("captures", captures("variable.other.macro.vmconf", "string.unquoted.vmconf"));
        return rule;
    }

    /// The newest release does not reserve it any more.
    private static boolean isOrdinary(Schema schema, String word) {
        return !schema.reserved().containsKey(word)
                && schema.directives().stream()
                        .filter(entry -> entry.keywords().contains(word))
                        .allMatch(entry -> entry.lifetime().until().isPresent());
    }

    private static Map<String, Object> definition(Schema schema) {
        // Neither a keyword nor a number can be the name of a macro, unless quoted.
        String taken =
                either(
                        Vocabulary.keywords().stream()
                                .filter(word -> !isOrdinary(schema, word))
                                .sorted());
        Map<String, Object> rule =
                ordered("match", "^\\s*(?!(?:[0-9]+|" + taken + ")\\s*=)(" + WORD + ")\\s*(=)");
        rule.put(
                "captures",
                captures(
                        "entity.name.constant.macro.vmconf", "keyword.operator.assignment.vmconf"));
        return rule;
    }

    private static Map<String, Object> captures(String first, String second) {
        Map<String, Object> captures = new LinkedHashMap<>();
        captures.put("1", ordered("name", first));
        captures.put("2", ordered("name", second));
        return captures;
    }

    private static Map<String, Object> match(String scope, String words) {
        return ordered("name", scope, "match", "(" + words + ")" + END_OF_WORD);
    }

    private static String either(Stream<String> words) {
        return String.join("|", words.toList());
    }

    private static Map<String, Object> ordered(String... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
