package vmconf.runtime.protocol;

import java.util.Optional;

/// What `vmctl doctor` found out about one thing.
///
/// @param vm absent for what holds for the whole host
/// @param check which thing, a word
/// @param verdict `ok`, `note`, `warning`, or `error` for what keeps a VM from starting
/// @param text for people
/// @param fix what to do about it, a command where there is one
public record FindingView(
        Optional<String> vm, String check, String verdict, String text, Optional<String> fix) {}
