package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EscapesTest {
    private final Escapes escapes = new Escapes();

    @Test
    void tildeDotLeavesAtTheStartOfALine() {
        assertThat(type("~.").leave()).isTrue();
        assertThat(new Escapes().type(bytes("ls\r~.")).leave()).isTrue();
        assertThat(new Escapes().type(bytes("~\u0004")).leave()).isTrue();
    }

    @Test
    void tildeElsewhereIsATilde() {
        Escapes.Typed typed = type("cd ~.");
        assertThat(typed.leave()).isFalse();
        assertThat(text(typed)).isEqualTo("cd ~.");
    }

    @Test
    void twoTildesAreOne() {
        assertThat(text(type("~~."))).isEqualTo("~.");
    }

    @Test
    void questionMarkHelps() {
        Escapes.Typed typed = type("~?x");
        assertThat(typed.help()).isTrue();
        assertThat(text(typed)).isEqualTo("x");
    }

    /// A shell asks the terminal where its cursor is, behind the user's back.
    @Test
    void whatTheTerminalSaysIsNotTyped() {
        assertThat(text(type("\r\u001b[24;3R~?"))).isEqualTo("\r\u001b[24;3R");
        assertThat(type("\u001b[?1;2c~.").leave()).isTrue();
        assertThat(new Escapes().type(bytes("\r\u001b[A~.")).leave()).isFalse();
        assertThat(new Escapes().type(bytes("a\u001b[1;1R~.")).leave()).isFalse();
        assertThat(new Escapes().type(bytes("\r\u001bR~.")).leave()).isFalse();
    }

    @Test
    void numberSignBreaks() {
        Escapes.Typed typed = type("~#x");
        assertThat(typed.breaks()).isTrue();
        assertThat(text(typed)).isEqualTo("x");
    }

    @Test
    void unknownEscapesAreSent() {
        assertThat(text(type("~x"))).isEqualTo("~x");
    }

    @Property
    void piecesMakeNoDifference(
            @ForAll @Chars({'~', '.', '?', '\r', '\n'}) @CharRange(from = 'a', to = 'c')
                    String text,
            @ForAll @IntRange(max = 10) int cut) {
        Escapes.Typed whole = new Escapes().type(bytes(text));
        Escapes pieces = new Escapes();
        int middle = Math.min(cut, text.length());
        Escapes.Typed first = pieces.type(bytes(text.substring(0, middle)));
        String sent = text(first);
        boolean left = first.leave();
        if (!left) {
            Escapes.Typed second = pieces.type(bytes(text.substring(middle)));
            sent += text(second);
            left = second.leave();
        }
        assertThat(sent).isEqualTo(text(whole));
        assertThat(left).isEqualTo(whole.leave());
    }

    private Escapes.Typed type(String text) {
        return escapes.type(bytes(text));
    }

    private static byte[] bytes(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), text.length());
    }

    private static String text(Escapes.Typed typed) {
        return new String(typed.toGuest(), StandardCharsets.UTF_8);
    }
}
