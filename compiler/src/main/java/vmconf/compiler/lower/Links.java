package vmconf.compiler.lower;

import java.util.Optional;
import vmconf.compiler.lower.Settings.Written;
import vmconf.compiler.syntax.Directive;

/// The options that switches and interfaces share.
final class Links {
    private Links() {}

    static Optional<String> group(Settings settings) {
        return settings.own("group", Directive.Group.class, each -> Written.of(each.name()));
    }

    static Optional<Integer> rdomain(Settings settings) {
        return settings.own(
                "rdomain",
                Directive.Rdomain.class,
                each -> Written.of(each.number(), Integer::parseInt));
    }

    /// The last of `up` and `down`; up where there is neither.
    static boolean up(Settings settings) {
        return settings.either("up", Directive.Up.class, Directive.Down.class);
    }
}
