package vmconf.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.Options;
import vmconf.compiler.expand.Target;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Numbering;
import vmconf.plan.Plan;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.plan.diff.PlanDiff;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.PlanSchema;

/// What holds for every plan.
class PlanProperties {
    @Provide
    Arbitrary<String> trees() {
        return RandomTree.texts();
    }

    private static Plan plan(String text, boolean provenance) {
        SourceFile file = SourceFile.of("vm.conf", text);
        Options options = Options.forTarget(Target.NATIVE);
        Compilation compilation =
                provenance
                        ? Compiler.compileWithProvenance(file, Sources.none(), options)
                        : Compiler.compile(file, Sources.none(), options);
        return compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
    }

    @Property(tries = 300)
    void aPlanReadsBackFromYamlAndFromJson(@ForAll("trees") String text, @ForAll boolean provenance)
            throws PlanException {
        Plan plan = plan(text, provenance);
        assertThat(PlanYaml.read(PlanSchema.check(PlanYaml.toYaml(plan)))).isEqualTo(plan);
        assertThat(PlanYaml.read(PlanSchema.check(PlanYaml.toJson(plan)))).isEqualTo(plan);
    }

    @Property(tries = 500)
    void numbersNamesAndAddressesAreEachOnesOwn(@ForAll("trees") String text) {
        Plan plan = plan(text, false);
        assertThat(plan.vms().stream().map(Vm::id)).doesNotHaveDuplicates();
        assertThat(plan.vms().stream().map(Vm::name)).doesNotHaveDuplicates();
        assertThat(plan.switches().stream().flatMap(each -> each.id().stream()))
                .doesNotHaveDuplicates();
        assertThat(interfaces(plan).map(Interface::lladdr)).doesNotHaveDuplicates();
        assertThat(
                        interfaces(plan)
                                .flatMap(each -> each.local().stream())
                                .flatMap(PlanProperties::addresses))
                .doesNotHaveDuplicates();
    }

    private static Stream<Interface> interfaces(Plan plan) {
        return plan.vms().stream().flatMap(vm -> vm.interfaces().stream());
    }

    private static Stream<String> addresses(LocalAddress local) {
        return Stream.concat(Stream.of(local.host(), local.guest()), local.hostInet6().stream());
    }

    @Property(tries = 300)
    void noInstanceHasLessThanItsParentButDisks(@ForAll("trees") String text) {
        Plan plan = plan(text, false);
        for (Vm vm : plan.vms()) {
            vm.instanceOf()
                    .flatMap(plan::vmNamed)
                    .ifPresent(
                            parent -> {
                                assertThat(vm.interfaces())
                                        .hasSizeGreaterThanOrEqualTo(parent.interfaces().size());
                                assertThat(vm.disks()).doesNotContainAnyElementsOf(parent.disks());
                            });
        }
    }

    @Property(tries = 300)
    void enabledVmsStartInWavesInFileOrder(@ForAll("trees") String text) {
        Plan plan = plan(text, false);
        List<Vm> enabled = plan.vms().stream().filter(Vm::enabled).toList();
        for (int i = 0; i < enabled.size(); i++) {
            assertThat(enabled.get(i).start().orElseThrow().order()).isEqualTo(i + 1);
        }
        plan.staggeredStart()
                .parallel()
                .ifPresent(
                        most ->
                                assertThat(
                                                enabled.stream()
                                                        .collect(
                                                                Collectors.groupingBy(
                                                                        PlanProperties::wave,
                                                                        Collectors.counting()))
                                                        .values())
                                        .allMatch(each -> each <= most));
        assertThat(plan.vms()).allMatch(vm -> vm.enabled() == vm.start().isPresent());
    }

    private static int wave(Vm vm) {
        return vm.start().orElseThrow().wave().orElseThrow();
    }

    @Property(tries = 300)
    void interfacesAreAsTheirSwitchesSay(@ForAll("trees") String text) {
        Plan plan = plan(text, false);
        interfaces(plan)
                .forEach(
                        nic ->
                                nic.switchName()
                                        .flatMap(plan::switchNamed)
                                        .ifPresent(joined -> follows(nic, joined)));
    }

    private static void follows(Interface nic, Switch joined) {
        assertThat(nic.lockedLladdr()).isEqualTo(joined.lockedLladdr());
        assertThat(nic.rdomain()).isEqualTo(joined.rdomain());
    }

    /// To renumber and to number back changes nothing.
    @Property(tries = 300)
    void numbersCanBeGivenAndTakenBack(@ForAll("trees") String text) throws PlanException {
        Plan plan = plan(text, false);
        Map<String, Integer> shifted =
                plan.vms().stream().collect(Collectors.toMap(Vm::name, vm -> vm.id() + 40));
        Map<String, Integer> own = plan.vms().stream().collect(Collectors.toMap(Vm::name, Vm::id));
        Plan moved = Numbering.keep(plan, shifted);
        assertThat(PlanDiff.between(Numbering.keep(moved, own), plan).isEmpty()).isTrue();
        assertThat(Numbering.keep(moved, own)).isEqualTo(plan);
    }
}
