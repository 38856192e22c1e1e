package vmconf.compiler.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import vmconf.compiler.syntax.Suggestion;

/// Options that take one of a few words.
final class Choice {
    private Choice() {}

    /// `--format`, whose first word is the default.
    static Option format(List<String> words) {
        return Option.builder()
                .longOpt("format")
                .hasArg()
                .argName("FORMAT")
                .desc(listed(words).replaceFirst(words.getFirst(), words.getFirst() + " (default)"))
                .get();
    }

    /// The format asked for, or the first one.
    static String format(List<String> words, CommandLine line) throws UsageException {
        return of("format", words, line.getOptionValue("format", words.getFirst()));
    }

    /// The word, when it is one of those expected.
    ///
    /// @param noun what the words name, such as `format`
    static String of(String noun, List<String> words, String word) throws UsageException {
        if (!words.contains(word)) {
            throw unknown(noun, words, word);
        }
        return word;
    }

    /// The complaint about a word that is none of those expected.
    static UsageException unknown(String noun, List<String> words, String word) {
        String near =
                Suggestion.nearest(word, words.stream())
                        .map(other -> "; did you mean \"" + other + "\"?")
                        .orElse("");
        return new UsageException(
                "unknown " + noun + " \"" + word + "\", expected " + listed(words) + near);
    }

    /// `text, json or sarif`.
    static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0
                ? words.getFirst()
                : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
