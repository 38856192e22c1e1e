package vmconf.compiler.syntax;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words that are keywords for a target.
///
/// A word that only another release reserves is a keyword where it can be meant as one, so that a
/// file of that release is understood and the release can be named; anywhere else it is the
/// ordinary word that the target's release takes it for. A word that only our own runtime
/// reserves is ordinary for every release.
public final class Vocabulary {
    /// For vmd of the newest release.
    public static final Vocabulary OPENBSD = new Vocabulary(Release.NEWEST, false, true);

    /// For our own runtime.
    public static final Vocabulary NATIVE = new Vocabulary(Release.NEWEST, true, true);

    private final Map<String, Keyword> keywords = new HashMap<>();
    private final Set<Keyword> ofOtherReleases = EnumSet.noneOf(Keyword.class);
    private final Release release;
    private final boolean ours;

    private Vocabulary(Release release, boolean ours, boolean others) {
        this.release = release;
        this.ours = ours;
        for (Keyword keyword : Keyword.values()) {
            boolean other =
                    keyword.since().compareTo(release) > 0
                            || keyword.until().compareTo(release) < 0;
            if (keyword.nativeOnly() ? ours : others || !other) {
                keywords.put(keyword.word(), keyword);
            }
            if (other) {
                ofOtherReleases.add(keyword);
            }
        }
    }

    /// For vmd of a release.
    public static Vocabulary of(Release release) {
        return release == Release.NEWEST
                ? OPENBSD
                : Older.BY_RELEASE.getOrDefault(release, OPENBSD);
    }

    /// The keywords of the newest vmd and nothing else, to read a file exactly as it does.
    public static Vocabulary ofVmdAlone() {
        return new Vocabulary(Release.NEWEST, false, false);
    }

    /// The keyword of that spelling, of whatever release; case matters.
    public Optional<Keyword> keyword(String word) {
        return Optional.ofNullable(keywords.get(word));
    }

    /// Only other releases reserve the word.
    boolean isOfOtherRelease(Keyword keyword) {
        return ofOtherReleases.contains(keyword);
    }

    /// The target has the directive.
    public boolean has(DirectiveInfo directive) {
        return directive.lifetime().nativeOnly() ? ours : directive.lifetime().includes(release);
    }

    /// The target is too new for the feature.
    boolean hasLost(Feature feature) {
        return feature.lifetime().isOlderThan(release);
    }

    /// Made when one of them is asked for.
    private static final class Older {
        static final Map<Release, Vocabulary> BY_RELEASE = new EnumMap<>(Release.class);

        static {
            for (Release release : Release.values()) {
                BY_RELEASE.put(release, new Vocabulary(release, false, true));
            }
        }
    }
}
