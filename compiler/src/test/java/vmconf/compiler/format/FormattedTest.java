package vmconf.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

class FormattedTest {
    private static final String TEXT =
            """
            vm "a" {
                disk   "/a.img"   # root


              memory  1G # all
            interface { switch "a"
            }
            }
            """;

    private static Formatted.Done done() {
        SourceFile file = SourceFile.of("a.conf", TEXT);
        return (Formatted.Done) Formatter.format(file, Sources.none());
    }

    @Test
    void theEditsOfALineAreItsOwn() {
        assertThat(edited(2, 2))
                .isEqualTo(TEXT.replace("    disk   \"/a.img\"   #", "\tdisk \"/a.img\" #"));
        assertThat(edited(6, 6))
                .isEqualTo(
                        TEXT.replace(
                                "interface { switch \"a\"", "\tinterface {\n\t\tswitch \"a\""));
    }

    @Test
    void blankLinesGoWhenTheirLinesAreNamed() {
        assertThat(edited(3, 4)).isEqualTo(TEXT.replace("\n\n\n", "\n\n"));
        assertThat(edited(3, 3)).isEqualTo(TEXT);
    }

    @Test
    void allLinesMakeTheWholeLayout() {
        assertThat(edited(1, 99)).isEqualTo(done().after().text());
    }

    @Test
    void whatIsRightHasNoEdits() {
        SourceFile after = done().after();
        assertThat(Formatter.format(after, Sources.none()))
                .isEqualTo(new Formatted.Done(after, List.of()));
    }

    private static String edited(int first, int last) {
        Formatted.Done done = done();
        return new Formatted.Done(done.before(), done.edits(first, last)).after().text();
    }
}
