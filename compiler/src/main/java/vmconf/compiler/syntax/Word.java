package vmconf.compiler.syntax;

import vmconf.source.Span;

/// An argument: a word, a quoted string, adjacent ones joined, or an integer.
///
/// @param text its value
/// @param kind how it was written
public record Word(String text, Span span, Kind kind) {

    /// How an argument was written.
    public enum Kind {
        /// A bare word or string.
        WORD,
        /// Adjacent words or strings, joined.
        JOINED,
        /// An integer.
        INT,
        /// Not known because of an error that has been reported; rules pass over it.
        UNKNOWN
    }

    /// An argument that is missing or cannot be read.
    static Word unknown(Span span) {
        return new Word("", span, Kind.UNKNOWN);
    }

    /// It was written as an integer, without quotes.
    public boolean isInteger() {
        return kind == Kind.INT;
    }

    /// Its value can be judged.
    public boolean known() {
        return kind != Kind.UNKNOWN;
    }
}
