package vmconf.compiler.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the schema says about a directive.
///
/// @param name unique name
/// @param places where it may stand
/// @param form how it is written
/// @param keywords the keywords of its form, in order
/// @param repeat `error`, `last-wins` or `adds`
/// @param lifetime the releases that have it
public record DirectiveInfo(
        String name,
        Set<Place> places,
        String form,
        List<Keyword> keywords,
        Optional<String> defaultValue,
        Optional<String> range,
        String repeat,
        Optional<String> inherited,
        Lifetime lifetime,
        String doc) {

    /// The words it starts with, apart from optional ones: `boot device`.
    public String words() {
        String rest = form.startsWith("[") ? form.substring(form.indexOf(']') + 2) : form;
        int end = 0;
        for (int i = 0; i <= rest.length(); i++) {
            char c = i == rest.length() ? ' ' : rest.charAt(i);
            if (c == ' ') {
                end = i;
            } else if (c < 'a' && (c < '0' || c > '9')) {
                break;
            }
        }
        return rest.substring(0, end);
    }

    /// The directive of that name, which is one of the schema's.
    public static DirectiveInfo named(String name) {
        return Directives.ALL.stream()
                .filter(info -> info.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /// The directives that may stand in a place, in the order of the schema.
    public static List<DirectiveInfo> in(Place place) {
        return Directives.ALL.stream().filter(info -> info.places().contains(place)).toList();
    }
}
