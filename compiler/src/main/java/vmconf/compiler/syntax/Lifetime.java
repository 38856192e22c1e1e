package vmconf.compiler.syntax;

import java.util.Optional;

/// The OpenBSD releases in which something holds.
///
/// @param since first release; absent: no release has it, only our own runtime
/// @param until last release; absent: the newest one has it still
/// @param instead what to do where it was removed
/// @param before what to do where it is not there yet
public record Lifetime(
        Optional<Release> since,
        Optional<Release> until,
        Certainty certainty,
        Optional<String> instead,
        Optional<String> before) {

    /// Only our own runtime has it.
    public boolean nativeOnly() {
        return since.isEmpty();
    }

    /// It comes with a later release, or with none.
    public boolean isNewerThan(Release release) {
        return since.isEmpty() || since.get().compareTo(release) > 0;
    }

    /// An earlier release was the last that had it.
    public boolean isOlderThan(Release release) {
        return until.isPresent() && until.get().compareTo(release) < 0;
    }

    public boolean includes(Release release) {
        return !isNewerThan(release) && !isOlderThan(release);
    }
}
