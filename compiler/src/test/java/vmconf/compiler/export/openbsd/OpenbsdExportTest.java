package vmconf.compiler.export.openbsd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.compiler.Compilation;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Fate;
import vmconf.compiler.export.Loss;
import vmconf.compiler.export.Settings;
import vmconf.compiler.lower.PlanOf;
import vmconf.compiler.lower.RandomTree;
import vmconf.compiler.vmd.CorpusCopy;
import vmconf.compiler.vmd.Judge;
import vmconf.compiler.vmd.LinuxHost;
import vmconf.compiler.vmd.Mode;
import vmconf.compiler.vmd.Verdict;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.testdata.Corpus;

class OpenbsdExportTest {
    @TempDir static Path folder;

    @BeforeAll
    static void copyCorpus() throws IOException {
        CorpusCopy.into(folder);
    }

    static List<Corpus.Verdict> registered() {
        return Corpus.verdicts().stream()
                .filter(each -> each.details().get("register").get("accept").asBoolean())
                .toList();
    }

    @Provide
    Arbitrary<String> trees() {
        return RandomTree.texts();
    }

    private static Export export(Plan plan) {
        return Export.of(new OpenbsdExporter(Target.OPENBSD), plan);
    }

    private static String conf(Export export) {
        Artifact first = export.files(new Settings("vm.conf", false)).getFirst();
        assertThat(first.name()).isEqualTo("vm.conf");
        return first.text();
    }

    /// A flat plan has no instances.
    private static String flat(Plan plan) {
        return PlanYaml.toYaml(plan.withoutProvenance())
                .replaceAll("(?m)^    instance-of: .*$", "    instance-of: null");
    }

    /// vmd takes what is written, registers it, and it means the same.
    @ParameterizedTest
    @MethodSource("registered")
    void whatVmdRegistersItRegistersAgain(Corpus.Verdict verdict) {
        Compilation compilation = PlanOf.corpus(verdict, Target.OPENBSD);
        Plan plan = compilation.plan().orElseThrow(() -> new AssertionError(compilation.report()));
        Export export = export(plan);
        assertThat(export.losses(true))
                .filteredOn(each -> each.outcome().fate() != Fate.KEPT_AS_NOTE)
                .map(each -> each.text("error", "vm.conf", "openbsd"))
                .isEmpty();
        String text = conf(export);
        Verdict again =
                Judge.judge(
                        SourceFile.of("vm.conf", text),
                        Sources.none(),
                        new LinuxHost(folder),
                        List.of(),
                        new Mode(true, false));
        assertThat(again.accept()).as(text + again.stderr()).isTrue();
        assertThat(flat(PlanOf.lenient(text, Target.OPENBSD))).isEqualTo(flat(plan));
    }

    /// Of a file for our own runtime everything but its own directives and its name.
    @Property(tries = 100)
    void whatOurRuntimeDoesRightIsWrittenOut(@ForAll("trees") String conf) {
        Plan plan = PlanOf.lenient(conf, Target.NATIVE);
        Export export = export(plan);
        assertThat(export.isRefused()).as(conf).isFalse();
        Plan again = PlanOf.lenient(conf(export), Target.OPENBSD);
        assertThat(flat(again).replace("target: openbsd", "target: native"))
                .isEqualTo(flat(plan).replaceAll("cpus: [0-9]+", "cpus: 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "firmware uefi | /vms/0/boot/firmware | vmd has no UEFI firmware",
                "cdrom /a.iso | /vms/0/cdrom | needs OpenBSD 6.3",
            })
    void whatAReleaseLacksIsRefused(String directive, String pointer, String why) {
        String conf = "vm \"a\" {\n\tdisk \"/a.img\" format raw\n\t%s\n}\n".formatted(directive);
        Target old = Target.named("openbsd-6.1").orElseThrow();
        Export export = Export.of(new OpenbsdExporter(old), PlanOf.lenient(conf, Target.NATIVE));
        assertThat(export.losses(false))
                .filteredOn(Loss::isRefusal)
                .anySatisfy(
                        each -> {
                            assertThat(each.outcome().value().pointer()).isEqualTo(pointer);
                            assertThat(each.outcome().reason()).contains(why);
                        });
    }

    @Test
    void aMachineThatOpenbsdWouldNotTakeIsRefused() {
        Plan plan = PlanOf.lenient("vm \"a\" { boot \"/bsd.rd\" }\n", Target.NATIVE);
        Optional<Loss> refusal =
                export(plan).losses(false).stream().filter(Loss::isRefusal).findFirst();
        assertThat(refusal).isPresent();
        assertThat(refusal.get().text("error", "vm.conf", "openbsd"))
                .startsWith("vm.conf: error: vm \"a\" ");
    }
}
