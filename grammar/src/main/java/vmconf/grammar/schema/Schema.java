package vmconf.grammar.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that `vmconf.schema.yaml` says, in its order.
///
/// @param releases OpenBSD releases, oldest first
/// @param reserved keywords that no directive of the newest release uses, with the reason
/// @param places where directives may stand, with the words that name the place to people
/// @param directives every directive
/// @param features what changed and is no directive
/// @param limits the largest values
public record Schema(
        List<String> releases,
        Map<String, String> reserved,
        Map<String, String> places,
        List<Entry> directives,
        List<Feature> features,
        List<Limit> limits) {

    /// The directives that may stand in a place.
    public List<Entry> in(String place) {
        return directives.stream().filter(entry -> entry.in().contains(place)).toList();
    }

    /// The release behind one; nothing behind the newest.
    public Optional<String> after(String release) {
        int next = releases.indexOf(release) + 1;
        return next < releases.size() ? Optional.of(releases.get(next)) : Optional.empty();
    }

    /// The targets that files are checked for: `openbsd` for the newest release, each release by
    /// name, `native`.
    public List<String> targets() {
        List<String> targets = new ArrayList<>(List.of("openbsd"));
        releases.forEach(release -> targets.add("openbsd-" + release));
        targets.add("native");
        return targets;
    }
}
