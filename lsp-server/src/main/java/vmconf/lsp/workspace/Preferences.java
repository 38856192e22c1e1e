package vmconf.lsp.workspace;

import java.util.Optional;
import vmconf.compiler.expand.Target;

/// What the user has set in the editor.
///
/// @param target what files are checked for where their project does not say
/// @param hints values that nobody wrote are shown in the text
/// @param lenses who uses a block is shown above it
/// @param checks how files are checked besides
public record Preferences(
        Optional<Target> target, boolean hints, boolean lenses, UserChecks checks) {

    /// Nothing is set.
    public static final Preferences DEFAULT =
            new Preferences(Optional.empty(), true, true, UserChecks.NONE);

    public Preferences withTarget(Optional<Target> other) {
        return new Preferences(other, hints, lenses, checks);
    }

    public Preferences withHints(boolean shown) {
        return new Preferences(target, shown, lenses, checks);
    }

    public Preferences withLenses(boolean shown) {
        return new Preferences(target, hints, shown, checks);
    }

    public Preferences with(UserChecks others) {
        return new Preferences(target, hints, lenses, others);
    }
}
