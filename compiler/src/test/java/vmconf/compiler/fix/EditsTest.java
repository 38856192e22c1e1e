package vmconf.compiler.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmconf.compiler.diagnostic.Fix;
import vmconf.source.SourceFile;
import vmconf.source.Span;

class EditsTest {
    private static final SourceFile FILE = SourceFile.of("f", "one two three\n");
    private final Edits edits = new Edits();

    @Test
    void fixesApartAreMadeTogether() {
        edits.add(fix(0, 3, "1"));
        edits.add(fix(8, 13, "3"));
        assertThat(text()).isEqualTo("1 two 3\n");
        assertThat(edits.fixes()).isEqualTo(2);
    }

    @Test
    void aFixThatTouchesAnEarlierOneWaits() {
        edits.add(fix(0, 3, "1"));
        edits.add(fix(3, 5, ""));
        edits.add(fix(2, 6, "x"));
        assertThat(text()).isEqualTo("1 two three\n");
        assertThat(edits.fixes()).isEqualTo(1);
    }

    @Test
    void aFixIsTakenWholeOrNotAtAll() {
        edits.add(fix(4, 7, "2"));
        edits.add(
                new Fix(
                        "both",
                        true,
                        List.of(
                                fix(0, 3, "1").edits().getFirst(),
                                fix(6, 9, "x").edits().getFirst())));
        assertThat(text()).isEqualTo("one 2 three\n");
    }

    @Test
    void theSameFixOfAFileIncludedTwiceIsMadeOnce() {
        SourceFile again = SourceFile.of("f", FILE.text());
        edits.add(fix(0, 3, "1"));
        edits.add(new Fix("fix", true, List.of(new Fix.Edit(Span.of(again, 0, 3), "1"))));
        assertThat(text()).isEqualTo("1 two three\n");
        assertThat(edits.fixes()).isEqualTo(1);
    }

    private String text() {
        assertThat(edits.texts()).containsOnlyKeys("f");
        return edits.texts().getOrDefault("f", FILE).text();
    }

    private static Fix fix(int start, int end, String text) {
        return new Fix("fix", true, List.of(new Fix.Edit(Span.of(FILE, start, end), text)));
    }
}
