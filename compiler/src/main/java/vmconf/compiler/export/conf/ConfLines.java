package vmconf.compiler.export.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.syntax.Spelling;

/// Lines of a vm.conf, each with the value that it is about.
public final class ConfLines {
    private static final int LONGEST_QUOTED = 500;

    private final List<String> lines = new ArrayList<>();
    private final List<String> pointers = new ArrayList<>();

    /// @param pointer the value's place in the plan; empty for none
    void add(String line, String pointer) {
        lines.add(line);
        pointers.add(pointer);
    }

    /// The whole file.
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// The value that a line is about, or the nearest one above it.
    ///
    /// @param number from 1
    public String pointer(int number) {
        for (int i = Math.min(number, pointers.size()) - 1; i >= 0; i--) {
            if (!pointers.get(i).isEmpty()) {
                return pointers.get(i);
            }
        }
        return "/target";
    }

    /// A string in quotes; in those that can hold it, or bare where it is too long for quotes.
    static String quoted(String text) {
        if (text.length() > LONGEST_QUOTED && Spelling.isBareWord(text)) {
            return text;
        }
        Optional<String> written = Spelling.quoted(text, '"').or(() -> Spelling.quoted(text, '\''));
        // What does not read back like that is refused.
        return written.orElseGet(() -> '"' + text.replace("\"", "\\\"") + '"');
    }
}
