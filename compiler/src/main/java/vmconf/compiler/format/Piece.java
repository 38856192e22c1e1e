package vmconf.compiler.format;

/// A stretch of a file's text inside of which nothing is changed.
///
/// @param start offset of its first character
/// @param end offset behind its last character
/// @param type the type of its last token, a constant of [VmConf]; 0 where it holds none
/// @param closes braces that it closes and did not open itself
/// @param opens braces that it leaves open
/// @param content a number that differs where the content does: types and values of tokens, or the
///     text of a comment
/// @param gap what stands in front of it
record Piece(
        Kind kind, int start, int end, int type, int closes, int opens, long content, Gap gap) {

    /// Sorts of pieces.
    enum Kind {
        /// One token that stands there itself.
        TOKEN,
        /// A token that is a number's digits and yet no number: a blank behind it would make it
        /// one.
        DIGITS,
        /// A reference to a macro that the file defines, with all that it yields and what sticks to
        /// it.
        MACRO,
        /// A reference to another macro, with what sticks to it.
        UNKNOWN,
        /// A comment without the blanks at its end.
        COMMENT,
        /// A comment that speaks to this program.
        REMARK,
        /// Text that yields nothing: an empty macro, what a macro makes a comment, a backslash in
        /// front of a blank.
        VERBATIM
    }

    /// A single token of that type which stands there itself.
    boolean is(int token) {
        return type == token && kind == Kind.TOKEN;
    }

    boolean isComment() {
        return kind == Kind.COMMENT || kind == Kind.REMARK;
    }

    /// A blank put behind it could change what it is.
    boolean dislikesBlank() {
        return kind == Kind.DIGITS || kind == Kind.UNKNOWN || kind == Kind.VERBATIM;
    }
}
