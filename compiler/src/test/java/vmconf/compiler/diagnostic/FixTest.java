package vmconf.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmconf.source.SourceFile;
import vmconf.source.Span;

class FixTest {
    private static final SourceFile TOP = SourceFile.of("top", "one two\n");
    private static final SourceFile PART = SourceFile.of("part", "three\n");

    @Test
    void editsAreMadeInTheOrderOfTheText() {
        List<Fix.Edit> edits = List.of(edit(TOP, 4, 7, "2"), edit(TOP, 0, 3, "1"));
        assertThat(Fix.Edit.apply(TOP, edits).text()).isEqualTo("1 2\n");
    }

    @Test
    void whatIsPutInFrontOfAReplacedWordStays() {
        List<Fix.Edit> edits = List.of(edit(TOP, 4, 7, "2"), edit(TOP, 4, 4, "and "));
        assertThat(Fix.Edit.apply(TOP, edits).text()).isEqualTo("one and 2\n");
    }

    @Test
    void everyFileGetsItsOwn() {
        List<Fix.Edit> edits = List.of(edit(PART, 0, 5, "3"), edit(TOP, 0, 3, "1"));
        assertThat(Fix.Edit.apply(edits).values())
                .extracting(SourceFile::name, SourceFile::text)
                .containsExactly(tuple("part", "3\n"), tuple("top", "1 two\n"));
    }

    private static Fix.Edit edit(SourceFile file, int start, int end, String text) {
        return new Fix.Edit(Span.of(file, start, end), text);
    }
}
