package vmconf.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.compiler.expand.Target;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;

/// Graphviz itself reads what is written for it, without a complaint.
@Timeout(120)
class GraphvizTest {
    @TempDir private Path folder;

    @BeforeAll
    static void graphvizIsThere() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/dot")),
                "skipped, Graphviz is not installed (/usr/bin/dot)");
    }

    @Test
    void readsTheExample() throws Exception {
        String svg = laidOut(Plans.file("examples/site", "vm.conf", Target.OPENBSD));
        assertThat(Drawn.of(svg).texts()).contains("web and its instances", "100.64.0.0/10", "db");
    }

    @Test
    void readsOddNamesAsTheyAre() throws Exception {
        String svg = laidOut(Plans.file("testdata/corpus/graph", "odd.conf", Target.NATIVE));
        String odd = "a \"b <c> & d #e %%{init: x}%% `x` é 漢字 | ; ]] \\\\n --> end";
        assertThat(Drawn.of(svg).texts())
                .contains(odd, "quote \"in\" it")
                .anyMatch(text -> text.startsWith("disk /weird/<&>\"|{}#;%%/%s\\\\l/漢字/"))
                .anyMatch(text -> text.startsWith(odd + " fe:e1:ba:00:00:01"));
    }

    @Test
    void readsNothing() throws Exception {
        assertThat(laidOut(Plans.of(""))).contains("<svg");
    }

    @Test
    void readsAPlanWhoseMachineHasNoName() throws Exception {
        String plan = PlanYaml.toYaml(Plans.of("vm \"a\" { disk \"/b.img\" }\n"));
        String svg = laidOut(PlanYaml.read(plan.replace("name: a", "name: \"\"")));
        assertThat(Drawn.of(svg).texts()).contains("disk /b.img");
    }

    private String laidOut(Plan plan) throws IOException, InterruptedException {
        Path dot = folder.resolve("vm.dot");
        Path svg = folder.resolve("vm.svg");
        Path err = folder.resolve("err");
        Files.writeString(dot, Graph.of(plan, "a\\n\"b\".conf").text(GraphFormat.DOT));
        Process process =
                new ProcessBuilder("/usr/bin/dot", "-Tsvg", "-o", svg.toString(), dot.toString())
                        .redirectError(err.toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(err)).isZero();
        assertThat(Files.readString(err)).isEmpty();
        return Files.readString(svg, StandardCharsets.UTF_8).replaceFirst("(?s)<!DOCTYPE.*?>", "");
    }
}
