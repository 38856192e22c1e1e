package vmconf.compiler.cli;

import java.util.List;
import vmconf.compiler.report.Checked;

/// What came of an operand.
///
/// @param said sentences for standard error
record Outcome(Checked checked, List<String> said) {
    /// Without a word.
    static Outcome of(Checked checked) {
        return new Outcome(checked, List.of());
    }

    /// An operand that could not be worked on.
    ///
    /// @param sentence what standard error gets
    static Outcome unreadable(String operand, String reason, String sentence) {
        return new Outcome(new Checked.Unreadable(operand, reason), List.of(sentence));
    }
}
