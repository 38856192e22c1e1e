package vmconf.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What holds for the picture of any plan.
class GraphProperties {
    private static final List<String> ODD =
            List.of("", "<b>", "&amp;", "#35;", "%%", "\\\\n", "é", "漢", "|", "]", "`", "'", "  x");

    @Property(tries = 150)
    void everyVmAndSwitchIsDrawnOnce(@ForAll("plans") Plan plan) {
        Drawn drawn = Drawn.of(text(plan, GraphFormat.SVG));
        assertThat(drawn.names("vm"))
                .containsExactlyInAnyOrderElementsOf(plan.vms().stream().map(Vm::name).toList());
        assertThat(drawn.names("bar"))
                .filteredOn(name -> !name.equals("local interfaces"))
                .containsExactlyInAnyOrderElementsOf(
                        plan.switches().stream().map(Switch::name).toList());
        assertThat(drawn.all("id")).doesNotHaveDuplicates();
    }

    @Property(tries = 150)
    void boxesDoNotOverlapAndKeepToThePaper(@ForAll("plans") Plan plan) {
        Drawn drawn = Drawn.of(text(plan, GraphFormat.SVG));
        List<Drawn.Box> outer = new ArrayList<>(drawn.boxes("bar"));
        outer.addAll(drawn.boxes("compartment"));
        apart(outer);
        assertThat(outer).allMatch(drawn.paper()::holds);
        List<Drawn.Box> vms = drawn.boxes("vm");
        List<Drawn.Box> instances = drawn.boxes("instance");
        apart(instances);
        apart(vms.stream().filter(box -> !instances.contains(box)).toList());
        assertThat(instances).allMatch(box -> vms.stream().anyMatch(head -> head.holds(box)));
        assertThat(vms)
                .allMatch(
                        box -> drawn.boxes("compartment").stream().anyMatch(all -> all.holds(box)));
    }

    @Property(tries = 150)
    void everyVmAndSwitchIsInTheTextsForOthers(@ForAll("plans") Plan plan) {
        String dot = text(plan, GraphFormat.DOT);
        String mermaid = text(plan, GraphFormat.MERMAID);
        for (Vm vm : plan.vms()) {
            assertThat(dot).contains("  vm" + vm.id() + " [label=<", "<b>" + vm.name() + "</b>");
            assertThat(mermaid).contains("  vm" + vm.id() + "[\"" + vm.name() + "<br/>");
        }
        for (int i = 1; i <= plan.switches().size(); i++) {
            assertThat(dot).contains("  switch" + i + " [shape=box");
            assertThat(mermaid).contains("  switch" + i + "([\"");
        }
    }

    @Property(tries = 30)
    void theSamePlanGivesTheSameText(@ForAll("plans") Plan plan) {
        assertThat(text(plan, GraphFormat.SVG)).isEqualTo(text(plan, GraphFormat.SVG));
    }

    private static String text(Plan plan, GraphFormat format) {
        return Graph.of(plan, "vm.conf").text(format);
    }

    private static void apart(List<Drawn.Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            for (Drawn.Box other : boxes.subList(i + 1, boxes.size())) {
                assertThat(boxes.get(i).overlaps(other)).as(boxes + "").isFalse();
            }
        }
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Arbitraries.randomValue(GraphProperties::conf).map(Plans::of);
    }

    private static String conf(Random random) {
        StringBuilder conf = new StringBuilder();
        int switches = random.nextInt(7);
        for (int i = 0; i < switches; i++) {
            conf.append("switch ").append(switchName(i)).append(" {\n\tinterface bridge").append(i);
            conf.append(random.nextInt(4) == 0 ? "\n\tgroup \"g\"\n}\n" : "\n}\n");
        }
        int vms = random.nextInt(25);
        for (int i = 0; i < vms; i++) {
            boolean instance = i > 0 && random.nextInt(3) == 0;
            conf.append("vm ");
            conf.append(instance ? name(random.nextInt(i)) + " instance " : "").append(name(i));
            conf.append(" {\n\tdisk \"/").append(i).append(ODD.get(random.nextInt(ODD.size())));
            conf.append("\"\n");
            conf.append(random.nextInt(5) == 0 ? "\tdisable\n" : "");
            conf.append(random.nextInt(2) == 0 ? "\tmemory 1G\n" : "");
            for (int nic = random.nextInt(4); nic > 0; nic--) {
                conf.append(nic(random, switches));
            }
            conf.append("}\n");
        }
        return conf.toString();
    }

    private static String nic(Random random, int switches) {
        return switch (random.nextInt(4)) {
            case 0 -> "\tlocal interface\n";
            case 1 -> "\tinterface { group \"some\" }\n";
            default ->
                    switches == 0
                            ? "\tinterface { up }\n"
                            : "\tinterface { switch "
                                    + switchName(random.nextInt(switches))
                                    + " }\n";
        };
    }

    private static String switchName(int i) {
        return "\"s" + i + ODD.get(i % ODD.size()) + "\"";
    }

    private static String name(int i) {
        return "\"m" + i + "-" + "x".repeat(i * 7 % 58) + "\"";
    }
}
