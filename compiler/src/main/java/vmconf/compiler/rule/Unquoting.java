package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.syntax.Spelling;

/// Writes the text of a quoted string so that references in it are expanded.
///
/// What stands behind a reference sticks to the last word of its value, quotes too; so it is
/// written without quotes where it can be, and with a blank in front where it cannot.
///
/// @param macros names of the macros that are to be expanded
record Unquoting(Set<String> macros) {

    /// The same text; nothing where only several words can say it and one is allowed.
    ///
    /// @param joins several words are allowed, and are joined
    Optional<String> of(String text, boolean joins) {
        StringBuilder written = new StringBuilder();
        boolean inWord = false;
        boolean several = false;
        for (String part : parts(text)) {
            boolean reference = part.startsWith("$") && macros.contains(part.substring(1));
            boolean sticks = inWord && !reference && sticks(part);
            several |= !sticks && !written.isEmpty();
            Optional<String> word = reference || sticks ? Optional.of(part) : Spelling.quoted(part);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            written.append(inWord && !sticks ? " " : "").append(word.get());
            inWord = reference || sticks;
        }
        return several && !joins ? Optional.empty() : Optional.of(written.toString());
    }

    private static boolean sticks(String part) {
        return Spelling.continuesBareWord(part) && part.indexOf('\\') < 0;
    }

    /// The text cut in front of and behind every reference.
    List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
            int end = at + 1;
            while (end < text.length() && Spelling.isMacroName(text.substring(end, end + 1))) {
                end++;
            }
            if (macros.contains(text.substring(at + 1, end))) {
                if (at > start) {
                    parts.add(text.substring(start, at));
                }
                parts.add(text.substring(at, end));
                start = end;
            }
        }
        if (start < text.length()) {
            parts.add(text.substring(start));
        }
        return parts;
    }
}
