package vmconf.compiler.syntax;

import vmconf.source.Span;

/// A comment that speaks to this program: `# vmconf: allow VM201 reason`.
///
/// @param span from `#` to the end of the comment
public record Remark(Span span) {
    private static final String SIGN = "vmconf:";

    /// Whether the comment that starts at a `#` is one.
    static boolean startsAt(String text, int hash) {
        int at = hash + 1;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return text.startsWith(SIGN, at);
    }

    /// What is said, without `# vmconf:`.
    public String text() {
        String comment = span.text();
        return comment.substring(comment.indexOf(SIGN) + SIGN.length()).strip();
    }
}
