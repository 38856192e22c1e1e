package vmconf.compiler.edit;

import java.util.Optional;

/// A word, a brace, a comma or the end of a line, as it stands in a file.
///
/// @param text its value, without quotes; of a reference to a macro it says nothing
/// @param start offset of its first character
/// @param end offset behind its last character
/// @param macro the macro that it refers to, at its start
record Piece(
        String text, int start, int end, boolean quoted, boolean newline, Optional<String> macro) {

    /// It is that word or sign, without quotes.
    boolean is(String word) {
        return !quoted && !newline && macro.isEmpty() && text.equals(word);
    }
}
