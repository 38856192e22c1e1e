package vmconf.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.plan.Provenance;
import vmconf.source.DiskSources;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;
import vmconf.testdata.PlanSchema;

/// Where the values of a plan are said to come from.
class ProvenanceTest {
    private static final Map<String, String> FILES =
            Map.of(
                    "vm.conf",
                    """
                    unit = "1G"
                    include "net.conf"
                    vm "base" {
                    	disable
                    	memory $unit
                    	disk "/b.img" format raw
                    	owner $who
                    	interface { switch "lan" }
                    	local interface tap3
                    	allow instance { instance }
                    }
                    vm "base" instance "mid" {
                    	disk "/m.img"
                    }
                    vm "mid" instance "leaf" {
                    	disk "/l.img"
                    	cpus 2
                    }
                    """,
                    "net.conf",
                    """
                    switch "lan" {
                    	interface bridge0
                    	rdomain 3
                    }
                    """);

    private static final Plan PLAN = plan();

    private static Plan plan() {
        Sources sources =
                path -> new Sources.Answer.Found(SourceFile.of(path, FILES.getOrDefault(path, "")));
        Options options =
                new Options(
                        Target.NATIVE,
                        List.of(CommandLineMacro.parse("who=alice").orElseThrow()),
                        Options.DEFAULT_SEED);
        SourceFile file = SourceFile.of("vm.conf", FILES.getOrDefault("vm.conf", ""));
        Compilation compilation = Compiler.compileWithProvenance(file, sources, options);
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }

    private static String at(String pointer) {
        Provenance source = PLAN.provenance().orElseThrow().get(pointer);
        return source == null ? "nothing" : shown(source);
    }

    private static String shown(Provenance source) {
        List<String> words = new ArrayList<>(List.of(source.from().word()));
        source.at().ifPresent(each -> words.add(shown(each)));
        source.macros()
                .forEach(
                        each ->
                                words.add(
                                        "$"
                                                + each.name()
                                                + each.definition()
                                                        .map(at -> "=" + shown(at))
                                                        .orElse("")));
        source.parents().forEach(each -> words.add("parent " + each));
        source.switchName().ifPresent(each -> words.add("switch " + each));
        source.includedFrom().forEach(each -> words.add("from " + shown(each)));
        source.rule().ifPresent(each -> words.add("(" + each + ")"));
        return String.join(" ", words);
    }

    private static String shown(Provenance.Place place) {
        return place.file() + ":" + place.line() + ":" + place.column();
    }

    @Test
    void aWrittenValueHasItsPlace() {
        assertThat(at("/vms/0/disks/0/path")).isEqualTo("written vm.conf:6:7");
        assertThat(at("/vms/0/disks/0/format")).isEqualTo("written vm.conf:6:23");
        assertThat(at("/vms/0/interfaces/1/tap")).isEqualTo("written vm.conf:9:18");
        assertThat(at("/vms/2/cpus")).isEqualTo("written vm.conf:17:7");
        assertThat(at("/vms/0/enabled")).isEqualTo("written vm.conf:4:2");
    }

    @Test
    void aMacroIsNamedWithItsDefinition() {
        assertThat(at("/vms/0/memory")).isEqualTo("written vm.conf:5:9 $unit=vm.conf:1:8");
        assertThat(at("/vms/0/owner")).isEqualTo("written vm.conf:7:8 $who");
    }

    @Test
    void anInstanceNamesThoseItTookOverFrom() {
        assertThat(at("/vms/1/memory"))
                .isEqualTo("written vm.conf:5:9 $unit=vm.conf:1:8 parent base");
        assertThat(at("/vms/2/memory"))
                .isEqualTo("written vm.conf:5:9 $unit=vm.conf:1:8 parent mid parent base");
        assertThat(at("/vms/2/interfaces/0/switch"))
                .isEqualTo("written vm.conf:8:21 parent mid parent base");
        assertThat(at("/vms/1/cpus")).isEqualTo("default parent base (default of \"cpus\": 1)");
    }

    @Test
    void anInterfaceNamesTheSwitchThatGaveIt() {
        assertThat(at("/vms/0/interfaces/0/rdomain"))
                .isEqualTo("written net.conf:3:10 switch lan from vm.conf:2:1");
        assertThat(at("/vms/1/interfaces/0/rdomain"))
                .isEqualTo("written net.conf:3:10 parent base switch lan from vm.conf:2:1");
    }

    @Test
    void whatNobodyWroteSaysWhy() {
        assertThat(at("/vms/0/cpus")).isEqualTo("default (default of \"cpus\": 1)");
        assertThat(at("/vms/0/interfaces/0/lladdr"))
                .isEqualTo("derived (seed, name of the VM and number of the interface)");
        assertThat(at("/vms/1/interfaces/1/local"))
                .isEqualTo("derived (network 100.64.0.0/10, VM number 2, interface 1)");
        assertThat(at("/local/prefix"))
                .isEqualTo("default (default of \"local prefix\": 100.64.0.0/10)");
    }

    static List<Corpus.Verdict> verdicts() {
        return Corpus.verdicts();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyValueOfEveryPlanHasASourceAndThePlanIsTheSame(Corpus.Verdict verdict)
            throws PlanException {
        Sources sources = new DiskSources(Corpus.folder());
        if (!(sources.read(verdict.file()) instanceof Sources.Answer.Found(SourceFile file))) {
            throw new AssertionError(verdict.file() + " cannot be read");
        }
        for (Target target : List.of(Target.OPENBSD, Target.NATIVE)) {
            Options options = Options.forTarget(target);
            Optional<Plan> plan = Compiler.compileWithProvenance(file, sources, options).plan();
            if (plan.isPresent()) {
                assertThat(plan.get().withoutProvenance())
                        .isEqualTo(Compiler.compile(file, sources, options).plan().orElseThrow());
                assertThat(withoutSource(plan.get())).isEmpty();
                assertThat(PlanYaml.read(PlanSchema.check(PlanYaml.toYaml(plan.get()))))
                        .isEqualTo(plan.get());
            }
        }
    }

    private static List<String> withoutSource(Plan plan) {
        Map<String, Provenance> sources = new TreeMap<>(plan.provenance().orElseThrow());
        List<String> found = new ArrayList<>();
        JsonNode root = new JsonMapper().readTree(PlanYaml.toJson(plan.withoutProvenance()));
        leaves("", root, sources, found);
        return found;
    }

    private static void leaves(
            String pointer, JsonNode node, Map<String, Provenance> sources, List<String> found) {
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(
                            each ->
                                    leaves(
                                            pointer + "/" + each.getKey(),
                                            each.getValue(),
                                            sources,
                                            found));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(pointer + "/" + i, node.get(i), sources, found);
            }
        } else if (!hasSource(pointer, sources)) {
            found.add(pointer);
        }
    }

    /// Its own, or that of what contains it, but for the plan itself.
    private static boolean hasSource(String pointer, Map<String, Provenance> sources) {
        String container = pointer;
        while (!container.isEmpty() && !sources.containsKey(container)) {
            container = container.substring(0, container.lastIndexOf('/'));
        }
        boolean block = container.matches("/(vms|switches)/[0-9]+");
        return !container.isEmpty() && !block;
    }
}
