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
/// @param since first OpenBSD release, or `native`
public record DirectiveInfo(
        String name,
        Set<Place> places,
        String form,
        List<Keyword> keywords,
        Optional<String> defaultValue,
        Optional<String> range,
        String repeat,
        Optional<String> inherited,
        String since,
        Optional<String> until,
        String doc) {

    /// Only our own runtime knows it.
    public boolean nativeOnly() {
        return since.equals("native");
    }

    /// The directives that may stand in a place, in the order of the schema.
    public static List<DirectiveInfo> in(Place place) {
        return Directives.ALL.stream().filter(info -> info.places().contains(place)).toList();
    }
}
