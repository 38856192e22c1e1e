package vmconf.grammar.schema;

import java.util.Optional;

/// The OpenBSD releases in which something holds.
///
/// @param since first release; absent: no release has it, only our own runtime
/// @param until last release; absent: the newest one has it still
/// @param sure `A`, `B` or `C`, as the head of the schema says
/// @param instead what to do where it was removed
/// @param before what to do where it is not there yet
public record Lifetime(
        Optional<String> since,
        Optional<String> until,
        String sure,
        Optional<String> instead,
        Optional<String> before) {

    /// Only our own runtime has it.
    public boolean nativeOnly() {
        return since.isEmpty();
    }
}
