package vmconf.packaging.docs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block of code in a page, fenced or indented by four columns.
///
/// @param first the line of the page with which its content begins, from 0
/// @param info what stands behind the fence: the language, then words that readers are not shown
record Block(int first, String info, List<String> lines) {
    static final String PROMPT = "$ ";

    /// Whether it shows commands and what they print.
    boolean isSession() {
        return !lines.isEmpty() && lines.getFirst().startsWith(PROMPT);
    }

    /// Whether it is a script.
    boolean isScript() {
        return info.equals("sh") || info.startsWith("sh ");
    }

    /// What a word of the info says, as in `file=vm.conf`.
    Optional<String> says(String word) {
        Matcher matcher = Pattern.compile("(?:^| )" + word + "=(\\S+)").matcher(info);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
