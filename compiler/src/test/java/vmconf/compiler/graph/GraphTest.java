package vmconf.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vmconf.compiler.expand.Target;
import vmconf.plan.Plan;
import vmconf.testdata.Golden;

/// Pictures byte for byte, and what is in them.
@Timeout(120)
class GraphTest {
    private static final Plan SITE = Plans.file("examples/site", "vm.conf", Target.OPENBSD);

    private static Graph graph(Plan plan) {
        return Graph.of(plan, "vm.conf");
    }

    private static Drawn drawn(String conf) {
        return Drawn.of(graph(Plans.of(conf)).text(GraphFormat.SVG));
    }

    @ParameterizedTest
    @EnumSource(GraphFormat.class)
    void theExample(GraphFormat format) {
        String file =
                format == GraphFormat.SVG
                        ? "docs/graph.svg"
                        : "testdata/corpus/graph/site." + format.word();
        Golden.check(file, graph(SITE).text(format));
    }

    @ParameterizedTest
    @EnumSource(GraphFormat.class)
    void oddNames(GraphFormat format) {
        Plan plan = Plans.file("testdata/corpus/graph", "odd.conf", Target.NATIVE);
        String text = Graph.of(plan, "a \"b\" <c> \\ & é.conf").text(format);
        Golden.check("testdata/corpus/graph/odd." + format.word(), text);
    }

    @Test
    void nodesSayWhereTheyStand() {
        Drawn drawn = Drawn.of(graph(SITE).text(GraphFormat.SVG));
        assertThat(drawn.all("data-line")).hasSize(15).contains("4", "8", "13", "18");
        assertThat(drawn.all("data-file")).hasSize(15).containsOnly("vm.conf");
        Drawn without = Drawn.of(graph(SITE.withoutProvenance()).text(GraphFormat.SVG));
        assertThat(without.all("data-line")).isEmpty();
        assertThat(without.names("vm")).isEqualTo(drawn.names("vm"));
    }

    @Test
    void whatIsInterestingOfAnInterfaceIsThere() {
        Drawn drawn =
                drawn(
                        """
                        switch "lan" {
                        	interface bridge0
                        	rdomain 2
                        	group "office"
                        }
                        vm "a" {
                        	disk "/a.img"
                        	interface tap3 {
                        		switch "lan"
                        		lladdr fe:e1:ba:00:00:01
                        		group "backup"
                        	}
                        	interface { rdomain 9 }
                        	local interface
                        }
                        """);
        assertThat(drawn.texts())
                .contains("bridge0 · group office · rdomain 2", "100.64.0.0/10")
                .contains("lan", "fe:e1:ba:00:00:01", "tap3 · group backup")
                .contains("no switch", "rdomain 9", "local", "100.64.1.7");
    }

    @Test
    void anInstanceTellsWhatItDoesNotShare() {
        Drawn drawn =
                drawn(
                        """
                        vm "base" {
                        	memory 1G
                        	disable
                        	disk "/a.img"
                        }
                        vm "base" instance "same" {
                        	disk "/b.img"
                        }
                        vm "base" instance "more" {
                        	disk "/c.img"
                        	memory 1536M
                        	cpus 2
                        }
                        """);
        assertThat(drawn.texts()).containsOnlyOnce("disabled · 1G", "1.5G · 2 cpus");
        assertThat(drawn.boxes("vm").getFirst().holds(drawn.boxes("instance").getFirst())).isTrue();
    }

    @Test
    void aPlanOfNothingIsAPictureOfNothing() {
        for (GraphFormat format : GraphFormat.values()) {
            assertThat(graph(Plans.of("")).text(format)).isNotEmpty();
        }
        assertThat(drawn("").texts()).containsExactly("vm.conf", "0 VMs · 0 switches · for native");
    }

    /// Machines on a switch of their own and on a common one: as many groups as machines.
    private static String crowd(int size) {
        return "switch \"all\" { interface bridge0 }\n"
                + IntStream.rangeClosed(1, size)
                        .mapToObj(
                                i ->
                                        """
                                        switch "s%1$d" { interface bridge%1$d }
                                        vm "m%1$d" {
                                        	disk "/m%1$d.img"
                                        	interface { switch "s%1$d" }
                                        	interface { switch "all" }
                                        }
                                        """
                                                .formatted(i))
                        .collect(Collectors.joining());
    }

    @Test
    void linesThatNobodyCanFollowAreLeftOut() {
        Drawn few = drawn(crowd(Island.MOST_COMPARTMENTS));
        assertThat(few.wires()).isEqualTo(2 * Island.MOST_COMPARTMENTS);
        Drawn many = drawn(crowd(Island.MOST_COMPARTMENTS + 1));
        assertThat(many.wires()).isZero();
        assertThat(many.texts().get(1)).endsWith("dots and names tell who joins what");
        assertThat(many.names("bar")).hasSize(Island.MOST_COMPARTMENTS + 2);
        assertThat(many.names("vm")).hasSize(Island.MOST_COMPARTMENTS + 1);
    }

    @Test
    void aThousandMachines() {
        String machines =
                IntStream.range(0, 1000)
                        .mapToObj(
                                i ->
                                        "vm \"m%d\" { disk \"/m%d.img\"\ninterface { switch \"s%d\" }\n}\n"
                                                .formatted(i, i, i % 7))
                        .collect(Collectors.joining());
        String switches =
                IntStream.range(0, 7)
                        .mapToObj(i -> "switch \"s%d\" { interface bridge%d }\n".formatted(i, i))
                        .collect(Collectors.joining());
        Drawn drawn = drawn(switches + machines);
        assertThat(drawn.names("vm")).hasSize(1000);
        double shape = drawn.paper().width() / drawn.paper().height();
        assertThat(shape).isBetween(0.8, 2.5);
        assertThat(drawn(crowd(1000)).names("vm")).hasSize(1000);
    }

    @Test
    void moreThanAPictureCanShowIsRefused() {
        List<String> vms =
                IntStream.rangeClosed(0, Graph.MOST_DRAWN)
                        .mapToObj("vm \"m%1$d\" { disk \"/m%1$d.img\" }\n"::formatted)
                        .toList();
        Graph graph = graph(Plans.of(String.join("", vms)));
        assertThat(graph.refusal(GraphFormat.SVG))
                .hasValue(
                        "10001 VMs and 0 switches are more than a picture can show, at most 10000"
                                + " of each");
        assertThat(graph.refusal(GraphFormat.DOT)).isEmpty();
        assertThat(graph.refusal(GraphFormat.MERMAID)).isEmpty();
    }

    @Test
    void mermaidIsAskedForNoMoreThanItDraws() {
        Graph many = graph(Plans.of(crowd(300)));
        assertThat(many.caution(GraphFormat.MERMAID, many.text(GraphFormat.MERMAID)))
                .hasValue("600 lines, of which Mermaid draws 500 unless maxEdges is set");
        assertThat(many.caution(GraphFormat.DOT, "")).isEmpty();
        assertThat(graph(SITE).caution(GraphFormat.MERMAID, "")).isEmpty();
        assertThat(graph(SITE).caution(GraphFormat.MERMAID, "x".repeat(50_001)))
                .hasValueSatisfying(text -> assertThat(text).contains("maxTextSize"));
    }

    @Test
    void theLanguageOfTheUserDoesNotMatter() {
        String text = graph(SITE).text(GraphFormat.SVG);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
            assertThat(graph(SITE).text(GraphFormat.SVG)).isEqualTo(text);
            assertThat(graph(SITE).text(GraphFormat.DOT)).contains("vm12 [label");
        } finally {
            Locale.setDefault(before);
        }
    }
}
