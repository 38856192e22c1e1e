package vmconf.compiler.syntax;

import vmconf.source.Span;

/// A place that can be read, but not as it looks.
public record TextTrap(Kind kind, Span span) {

    /// How the text misleads.
    public enum Kind {
        /// A backslash at the end of a comment: the next line is part of it.
        CONTINUED_COMMENT,
        /// A backslash at the end of a line that makes one word of two.
        JOINED_WORDS,
        /// The bytes 0x01 and 0x02, which vmd uses itself and drops.
        MARKER,
        /// A control character in quotes, where it stays.
        CONTROL_CHARACTER,
        /// A backslash in quotes that stays.
        KEPT_BACKSLASH,
        /// A string that goes on in the next line; the new line is dropped.
        STRING_OVER_LINES
    }
}
