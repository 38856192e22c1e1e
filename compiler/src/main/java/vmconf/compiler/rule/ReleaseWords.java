package vmconf.compiler.rule;

import java.util.List;
import vmconf.compiler.expand.Target;
import vmconf.compiler.syntax.Certainty;
import vmconf.compiler.syntax.Lifetime;
import vmconf.compiler.syntax.Release;

/// What messages say about releases.
final class ReleaseWords {
    private ReleaseWords() {}

    /// `"cdrom" needs OpenBSD 6.3 or later; the target is 6.1`.
    static String needs(String what, Lifetime lifetime, Target target) {
        return "%s needs %s or later; the target is %s"
                .formatted(
                        what,
                        name(lifetime.since().orElseThrow(), lifetime.certainty()),
                        target.release().word());
    }

    /// `"kernel" was removed in OpenBSD 6.1`.
    static String removed(String what, Lifetime lifetime) {
        List<Release> all = List.of(Release.values());
        int last = all.indexOf(lifetime.until().orElseThrow());
        return what + " was removed in " + name(all.get(last + 1), lifetime.certainty());
    }

    static String name(Release release, Certainty certainty) {
        return (certainty == Certainty.CONCLUDED ? "about OpenBSD " : "OpenBSD ") + release.word();
    }
}
