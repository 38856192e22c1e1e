package vmconf.plan;

import java.util.List;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/// How strings are written in YAML: as they are where nothing else can be meant, in every other
/// case as the library quotes them.
final class YamlScalars {
    private static final StringQuotingChecker CHECKER = StringQuotingChecker.Default.instance();

    /// What may stand inside of a string without quotes, beside letters, digits and blanks.
    private static final String INSIDE = "/._-:+=$()@%~\"'";

    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        for (char c = '0'; c <= 'z'; c++) {
            PLAIN[c] = Character.isLetterOrDigit(c) || INSIDE.indexOf(c) >= 0;
        }
        for (int i = 0; i < INSIDE.length(); i++) {
            PLAIN[INSIDE.charAt(i)] = true;
        }
    }

    private final YAMLMapper careful;
    private final YAMLMapper quoting;

    /// @param careful quotes a string where it must
    /// @param quoting quotes every string
    YamlScalars(YAMLMapper careful, YAMLMapper quoting) {
        this.careful = careful;
        this.quoting = quoting;
    }

    String value(String text) {
        return isPlain(text) && !CHECKER.needToQuoteValue(text) ? text : quoted(text);
    }

    String key(String text) {
        return isPlain(text) && !CHECKER.needToQuoteName(text)
                ? text
                : item(quoting.writeValueAsString(List.of(text)));
    }

    /// What goes over several lines depends on where it stands, so it is quoted.
    private String quoted(String text) {
        String written = item(careful.writeValueAsString(List.of(text)));
        return written.indexOf('\n') < 0
                ? written
                : item(quoting.writeValueAsString(List.of(text)));
    }

    /// The only item of a list.
    private static String item(String list) {
        return list.substring(list.indexOf("- ") + 2, list.length() - 1);
    }

    /// It starts with a letter or slash, and holds only characters that mean nothing in YAML where
    /// they stand.
    private static boolean isPlain(String text) {
        if (text.isEmpty() || !isStart(text.charAt(0))) {
            return false;
        }
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c == ' ' ? before != ' ' && before != ':' : c < 0x80 && PLAIN[c];
            if (!plain) {
                return false;
            }
            before = c;
        }
        return before != ' ' && before != ':';
    }

    private static boolean isStart(char c) {
        return c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
