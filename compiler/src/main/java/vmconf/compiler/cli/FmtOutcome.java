package vmconf.compiler.cli;

import vmconf.compiler.format.Formatted;

/// What came of one operand of `vmconf fmt`.
sealed interface FmtOutcome {
    /// It was read.
    record Read(String name, Formatted formatted) implements FmtOutcome {}

    /// It cannot be read; the reason is a phrase such as `no such file`.
    record Unreadable(String name, String reason) implements FmtOutcome {}
}
