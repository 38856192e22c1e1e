package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vmconf.compiler.syntax.Place;

/// Writes values and directives so that the grammar reads them as they are meant.
///
/// @param style of the file that they go into
record Wording(Tree tree, Place place, Style style) {

    /// The best way to write a value.
    ///
    /// @param quotes those of the value before, or of others like it
    /// @param whole the directive that a way makes
    Step<String> value(
            Argument argument, String value, Quotes quotes, UnaryOperator<String> whole) {
        if (argument.choice()) {
            List<String> words = List.of(argument.name().split(" \\| "));
            return words.contains(value)
                    ? Step.of(value)
                    : Step.refuse("\"" + value + "\" is none of " + String.join(", ", words));
        }
        List<String> ways = quotes.ways(value);
        if (ways.isEmpty()) {
            return Step.refuse("vm.conf cannot write \"" + value + "\" as a word");
        }
        Trial trial = new Trial(tree, place);
        return Step.of(
                ways.stream()
                        .filter(way -> trial.reads(whole.apply(way)))
                        .findFirst()
                        .orElse(ways.getFirst()));
    }

    /// A whole directive, with one blank between its words.
    Step<String> directive(Assignment wanted) {
        Optional<Argument> missing = wanted.missing();
        if (missing.isPresent()) {
            return Step.refuse(
                    "\"%s\" has no %s yet".formatted(wanted.form().name(), missing.get().name()),
                    "write " + wanted.form().info().form());
        }
        Step<Map<String, String>> written = Step.of(new LinkedHashMap<>());
        for (Argument argument : wanted.form().arguments()) {
            String value = wanted.values().get(argument.keyword());
            if (value != null) {
                written = written.then(before -> with(before, wanted, argument, value));
            }
        }
        return written.map(values -> joined(wanted, values));
    }

    private Step<Map<String, String>> with(
            Map<String, String> before, Assignment wanted, Argument argument, String value) {
        return value(
                        argument,
                        value,
                        style.quotes(wanted.form(), argument),
                        way -> joined(wanted, tried(before, wanted, argument, way)))
                .map(way -> added(before, argument, way));
    }

    private static Map<String, String> added(
            Map<String, String> before, Argument argument, String way) {
        Map<String, String> values = new LinkedHashMap<>(before);
        values.put(argument.keyword(), way);
        return values;
    }

    /// One way more, and a stand-in for what is still missing.
    private static Map<String, String> tried(
            Map<String, String> before, Assignment wanted, Argument argument, String way) {
        Map<String, String> values = added(before, argument, way);
        for (Argument each : wanted.form().arguments()) {
            if (!each.optional()) {
                values.putIfAbsent(each.keyword(), "1");
            }
        }
        return values;
    }

    private static String joined(Assignment wanted, Map<String, String> values) {
        List<String> words = new ArrayList<>();
        wanted.form().prefix().filter(_ -> wanted.prefixed()).ifPresent(words::add);
        words.addAll(wanted.form().words());
        values.forEach(
                (keyword, value) -> {
                    if (!keyword.isEmpty()) {
                        words.add(keyword);
                    }
                    words.add(value);
                });
        return String.join(" ", words);
    }
}
