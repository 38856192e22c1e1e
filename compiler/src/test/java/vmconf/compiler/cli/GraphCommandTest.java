package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCommandTest {
    private static final String CONF = "vm \"a\" {\n\tdisk \"/a.img\"\n}\n";

    @TempDir private Path folder;

    @Test
    void aFileOrItsPlanGivesTheSamePicture() throws IOException {
        Path conf = Files.writeString(folder.resolve("vm.conf"), CONF);
        Ran drawn = Ran.vmconf("", "graph", conf.toString());
        assertThat(drawn.status()).isZero();
        assertThat(drawn.err()).isEmpty();
        assertThat(drawn.out())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=")
                .contains("data-name=\"a\" data-file=\"" + conf + "\" data-line=\"1\"");
        String plan = Ran.vmconf("", "compile", "--provenance", conf.toString()).out();
        assertThat(Ran.vmconf(plan, "graph", "--stdin-name", conf + "", "-")).isEqualTo(drawn);
    }

    @Test
    void otherFormatsAreForOthersToDraw() {
        assertThat(Ran.vmconf(CONF, "graph", "--format", "dot", "-").out())
                .startsWith("graph vmconf {\n");
        assertThat(Ran.vmconf(CONF, "graph", "--format", "mermaid", "-").out())
                .startsWith("---\ntitle: \"<stdin>\"\n---\nflowchart LR\n");
        Ran unknown = Ran.vmconf(CONF, "graph", "--format", "png", "-");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("vmconf graph: unknown format \"png\", expected svg, dot or mermaid");
    }

    @Test
    void thePictureGoesToAFileAllAtOnce() throws IOException {
        Path output = folder.resolve("vm.svg");
        assertThat(Ran.vmconf(CONF, "graph", "-o", output.toString(), "-"))
                .isEqualTo(new Ran(0, "", ""));
        assertThat(output).content().endsWith("</svg>\n");
        Ran nowhere = Ran.vmconf(CONF, "graph", "-o", "/gone/vm.svg", "-");
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(nowhere.err())
                .isEqualTo("vmconf graph: cannot write /gone/vm.svg: no such file or folder\n");
    }

    @Test
    void aFaultyFileIsNotDrawn() {
        Ran faulty = Ran.vmconf("vm \"a\" {\n\tmemry 1G\n}\n", "graph", "-");
        assertThat(faulty.status()).isEqualTo(1);
        assertThat(faulty.out()).isEmpty();
        assertThat(faulty.err()).contains("[VM002]");
        Ran missing = Ran.vmconf("", "graph", "gone.conf");
        assertThat(missing)
                .isEqualTo(new Ran(2, "", "vmconf graph: cannot read gone.conf: no such file\n"));
        assertThat(Ran.vmconf("", "graph").err())
                .startsWith("vmconf graph: expected one file; \"-\" is standard input\n");
    }

    @Test
    void tooManyMachinesAreLeftToOthers() {
        String conf =
                IntStream.rangeClosed(0, 10_000)
                        .mapToObj("vm \"m%1$d\" { disk \"/m%1$d.img\" }\n"::formatted)
                        .collect(Collectors.joining());
        Ran refused = Ran.vmconf(conf, "graph", "-");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .endsWith("help: --format dot has no such bound; Graphviz draws it\n");
        Ran mermaid = Ran.vmconf(conf, "graph", "--format", "mermaid", "-");
        assertThat(mermaid.status()).isZero();
        assertThat(mermaid.err())
                .startsWith("vmconf graph: note: ")
                .endsWith("unless maxTextSize is set\n");
    }
}
