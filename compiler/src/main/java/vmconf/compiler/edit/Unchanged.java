package vmconf.compiler.edit;

import vmconf.compiler.fix.Fixer;
import vmconf.source.Span;

/// What two texts of a file have in common at their start and at their end.
///
/// @param start offset in the new text behind the common start
/// @param end offset in the new text where the common end begins
record Unchanged(int start, int end) {
    static Unchanged of(Fixer.Change change) {
        String before = change.before().text();
        String after = change.after().text();
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && before.charAt(before.length() - 1 - tail)
                        == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return new Unchanged(start, after.length() - tail);
    }

    /// The span lies in what the two have in common.
    boolean has(Span span) {
        return span.end() <= start || span.start() >= end;
    }
}
