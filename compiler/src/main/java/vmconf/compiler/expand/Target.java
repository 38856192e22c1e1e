package vmconf.compiler.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Limit;
import vmconf.compiler.syntax.LimitStep;
import vmconf.compiler.syntax.Release;
import vmconf.compiler.syntax.Vocabulary;

/// What a file is checked for.
///
/// @param word its name on the command line and in plans
/// @param release of which vmd; our own runtime goes by the newest one
public record Target(String word, Kind kind, Release release) {

    /// Whose vmd.
    public enum Kind {
        /// vmd of OpenBSD.
        OPENBSD,
        /// Our own runtime.
        NATIVE
    }

    /// vmd of the newest OpenBSD release known.
    public static final Target OPENBSD = new Target("openbsd", Kind.OPENBSD, Release.NEWEST);

    /// Our own runtime.
    public static final Target NATIVE = new Target("native", Kind.NATIVE, Release.NEWEST);

    /// Every target: [#OPENBSD], each release by name, [#NATIVE].
    public static final List<Target> ALL = all();

    private static List<Target> all() {
        List<Target> all = new ArrayList<>();
        all.add(OPENBSD);
        for (Release release : Release.values()) {
            all.add(new Target("openbsd-".concat(release.word()), Kind.OPENBSD, release));
        }
        all.add(NATIVE);
        return List.copyOf(all);
    }

    /// The target of that name.
    public static Optional<Target> named(String name) {
        for (Target target : ALL) {
            if (target.word.equals(name)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /// Our own runtime.
    public boolean isNative() {
        return kind == Kind.NATIVE;
    }

    /// vmd of an older release than the newest one known.
    public boolean isOlder() {
        return release != Release.NEWEST;
    }

    public boolean has(DirectiveInfo directive) {
        return vocabulary().has(directive);
    }

    public boolean has(Feature feature) {
        return feature.lifetime().includes(release);
    }

    /// It has the directive that the feature is a part of, if any.
    public boolean hasWhole(Feature feature) {
        return feature.of().map(DirectiveInfo::named).stream().allMatch(this::has);
    }

    /// The largest value that it takes.
    public long most(Limit limit) {
        long most = 0;
        for (LimitStep step : limit.steps()) {
            most = step.since().compareTo(release) <= 0 ? step.most() : most;
        }
        return most;
    }

    /// The keywords it knows.
    public Vocabulary vocabulary() {
        return isNative() ? Vocabulary.NATIVE : Vocabulary.of(release);
    }
}
