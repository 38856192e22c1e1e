package vmconf.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SourceFileProperties {
    @Property
    void anyBytesComeBackAsTheyWere(@ForAll byte[] bytes) {
        assertThat(SourceFile.decode("f", bytes).encode()).isEqualTo(bytes);
    }

    @Example
    void bytesThatAreNoUtf8StandBesideCharactersOfFourBytes() {
        byte[] bytes = {(byte) 0xf0, (byte) 0x9f, (byte) 0x98, (byte) 0x80, (byte) 0xff, 'a'};
        SourceFile file = SourceFile.decode("f", bytes);
        assertThat(file.text()).isEqualTo("\ud83d\ude00\udcffa");
        assertThat(file.encode()).isEqualTo(bytes);
    }

    @Provide
    Arbitrary<String> longLines() {
        return Arbitraries.of("a", "\n", "漢", "\ud83d\ude00", "\ud83d", "\udcff", "x".repeat(700))
                .list()
                .ofMaxSize(300)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 200)
    void columnsCountCharacters(@ForAll("longLines") String text, @ForAll @IntRange int at) {
        SourceFile file = SourceFile.of("f", text);
        int offset = at % (text.length() + 1);
        Position position = file.position(offset);
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        assertThat(position.column()).isEqualTo(text.codePointCount(start, offset) + 1);
        assertThat(position.line())
                .isEqualTo(
                        (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1);
        assertThat(file.lineAt(offset)).isEqualTo(position.line());
        assertThat(file.lineStart(position.line())).isEqualTo(start);
        assertThat(file.line(position.line()))
                .isEqualTo(text.substring(start, file.lineEnd(position.line())));
    }
}
