package vmconf.grammar.schema;

import java.util.List;
import java.util.Map;

/// All that `vmconf.schema.yaml` says, in its order.
///
/// @param releases OpenBSD releases, oldest first
/// @param reserved keywords that no directive uses, with the reason
/// @param places where directives may stand, with the words that name the place to people
/// @param directives every directive
public record Schema(
        List<String> releases,
        Map<String, String> reserved,
        Map<String, String> places,
        List<Entry> directives) {

    /// The directives that may stand in a place.
    public List<Entry> in(String place) {
        return directives.stream().filter(entry -> entry.in().contains(place)).toList();
    }
}
