package vmconf.compiler.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Place;

/// What a directive is to say.
///
/// @param prefixed the word that may stand in front of it shall do so
/// @param values by the keywords of their arguments; what is not there stays as it is
record Assignment(Form form, boolean prefixed, Map<String, String> values) {

    /// Takes the values of a directive whose own words were taken.
    ///
    /// @param list whether words of another directive may follow
    static Step<Assignment> read(Key key, Given given, boolean list) {
        Form form = key.form();
        Map<String, String> values = new LinkedHashMap<>();
        boolean keywordFirst = form.named(given.ahead(0)).isPresent() && given.left() > 1;
        if (form.plain().isPresent() && !given.isEmpty() && !keywordFirst) {
            boolean next =
                    list
                            && form.plain().get().optional()
                            && Form.starts(Place.INTERFACE, given.ahead(0));
            if (!next) {
                values.put("", given.take());
            }
        }
        while (form.named(given.ahead(0)).isPresent() && given.left() > 1) {
            String keyword = given.take();
            values.put(keyword, given.take());
        }
        Assignment assignment = new Assignment(form, key.prefixed(), values);
        if (!list && !given.isEmpty()) {
            return Step.refuse(
                    "\"" + given.ahead(0) + "\" is too much", "write " + form.info().form());
        }
        return assignment.saysNothing()
                ? Step.refuse(
                        "\"" + form.name() + "\" needs a value", "write " + form.info().form())
                : Step.of(assignment);
    }

    /// Takes directives of a place as long as there are words.
    static Step<List<Assignment>> list(Place place, Given given) {
        Step<List<Assignment>> all = Step.of(List.of());
        while (!given.isEmpty() && all.found().isPresent()) {
            List<Assignment> before = all.found().get();
            all =
                    Key.read(place, given)
                            .then(key -> read(key, given, true))
                            .map(each -> Stream.concat(before.stream(), Stream.of(each)).toList());
        }
        return all;
    }

    private boolean saysNothing() {
        return values.isEmpty() && form.arguments().stream().anyMatch(each -> !each.optional());
    }

    /// A value that the form wants and that is not given; none when the directive can be written.
    Optional<Argument> missing() {
        return form.arguments().stream()
                .filter(each -> !each.optional() && !values.containsKey(each.keyword()))
                .findFirst();
    }

    /// As a person would say it: `disk /a.img format raw`.
    String shown() {
        StringBuilder shown = new StringBuilder();
        if (prefixed) {
            shown.append(form.prefix().orElse("")).append(' ');
        }
        shown.append(form.name());
        values.forEach(
                (keyword, value) ->
                        shown.append(' ')
                                .append(keyword)
                                .append(keyword.isEmpty() ? "" : " ")
                                .append(value));
        return shown.toString();
    }
}
