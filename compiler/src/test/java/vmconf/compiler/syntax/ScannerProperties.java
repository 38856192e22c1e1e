package vmconf.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmconf.compiler.RandomText;
import vmconf.source.SourceFile;

class ScannerProperties {
    @Provide
    Arbitrary<String> texts() {
        return RandomText.texts();
    }

    @Property(tries = 3000)
    void tokensLieInTheTextOneBehindTheOther(@ForAll("texts") String text) {
        int end = 0;
        for (Token token : tokens(text, name -> Optional.empty())) {
            assertThat(token.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(token.span().end()).isGreaterThanOrEqualTo(token.span().start());
            end = token.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    @Property(tries = 3000)
    void tokensAndWhatSeparatesThemTileTheText(@ForAll("texts") String text) {
        int end = 0;
        for (Token token : tokens(text, name -> Optional.empty())) {
            String gap = text.substring(end, token.span().start());
            assertThat(gap).matches(ScannerProperties::separates);
            end = token.span().end();
        }
        assertThat(text.substring(end)).matches(ScannerProperties::separates);
    }

    /// Blanks, comments, joined lines, escapes and markers: what may stand between two tokens.
    private static boolean separates(String gap) {
        int at = 0;
        while (at < gap.length()) {
            char c = gap.charAt(at);
            if (c == '#') {
                at = endOfComment(gap, at);
            } else if (c == '\\') {
                int behind = skip(gap, at, "\\\1\2");
                boolean joined = behind < gap.length() && gap.charAt(behind) == '\n';
                at = joined ? behind + 1 : at + 1;
            } else if (" \t\1\2".indexOf(c) >= 0) {
                at++;
            } else {
                return false;
            }
        }
        return true;
    }

    private static int endOfComment(String gap, int hash) {
        int at = hash;
        while (at < gap.length() && gap.charAt(at) != '\n') {
            at = gap.charAt(at) == '\\' ? skip(gap, at + 1, "\1\2") + 1 : at + 1;
        }
        return Math.min(at, gap.length());
    }

    private static int skip(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /// Macro values are read as if their characters stood in the text, `vmconf-language` section 2.
    @Property(tries = 3000)
    void aMacroStandsForItsCharacters(@ForAll("texts") String first, @ForAll("texts") String then) {
        // A blank in a value makes vmd skip the blanks of the file itself, wherever it has got to.
        String value = plain(first).replaceAll("[ \\t]", "");
        // What ends the name has been read outside quotes, even when the value opens some: a blank
        // would become one space. So the text goes on with something that is neither.
        String rest = "/" + plain(then);
        Macros one =
                name ->
                        name.equals("m")
                                ? Optional.of(new Macros.Macro("m", value, Optional.empty()))
                                : Optional.empty();
        assertThat(words(tokens("$m" + rest, one)))
                .isEqualTo(words(tokens(value + rest, name -> Optional.empty())));
    }

    /// Without the characters whose meaning depends on how they came to be read.
    private static String plain(String text) {
        return text.replaceAll("[$\\\\\\x00-\\x02]", "");
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.type() + " " + token.text() + " " + token.problem())
                .toList();
    }

    private static List<Token> tokens(String text, Macros macros) {
        Scanner scanner = new Scanner(SourceFile.of("a.conf", text), Vocabulary.OPENBSD, macros);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = scanner.next();
            tokens.add(token);
        } while (!token.isEnd());
        return tokens;
    }
}
