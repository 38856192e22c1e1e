package vmconf.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlyphsTest {
    private static int columns(String text) {
        return text.codePoints().map(Glyphs::columns).sum();
    }

    @Test
    void charactersTakeTheColumnsOfATerminal() {
        assertThat(columns("vm {")).isEqualTo(4);
        assertThat(columns("zażółć")).isEqualTo(6);
        assertThat(columns("漢字")).isEqualTo(4);
        assertThat(columns("한글")).isEqualTo(4);
        assertThat(columns("ｆｕｌｌ")).isEqualTo(8);
        assertThat(columns("ﾊﾝｶｸ")).isEqualTo(4);
        assertThat(columns("😀💿")).isEqualTo(4);
        assertThat(columns("𠀀")).isEqualTo(2);
        assertThat(columns("⚠")).isEqualTo(1);
        assertThat(columns("e\u0301")).isEqualTo(1);
        assertThat(columns("\t")).isEqualTo(4);
    }

    @Test
    void charactersThatWouldDisturbATerminalAreReplaced() {
        assertThat(Glyphs.printable("a\u001b[31m\n\u007f\u0085")).isEqualTo("a␛[31m␊␡\ufffd");
        assertThat(Glyphs.printable("\u202e\u200b\u2028\udc80\uffff"))
                .isEqualTo("\ufffd".repeat(5));
        assertThat(Glyphs.printable("名前 ok")).isEqualTo("名前 ok");
        assertThat(columns("\u001b\u202e\u200b")).isEqualTo(3);
    }
}
