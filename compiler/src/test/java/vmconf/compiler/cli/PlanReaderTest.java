package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What operands give: a plan, findings, or a sentence.
class PlanReaderTest {
    private static final String CONF = "vm \"a\" {\n\tdisk \"/a.img\"\n}\n";
    private static final String PLAN = Ran.vmconf(CONF, "compile", "-").out();
    private static final String JSON = Ran.vmconf(CONF, "compile", "--format", "json", "-").out();

    @TempDir private Path folder;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aConfigurationIsCompiled() {
        PlanInput.Ready ready = ready(read("-", CONF, "--stdin-name", "vm.conf"));
        assertThat(ready.name()).isEqualTo("vm.conf");
        assertThat(ready.plan().vms().getFirst().name()).isEqualTo("a");
        assertThat(ready.config().orElseThrow().vmNamed("a")).isPresent();
    }

    @Test
    void aPlanIsReadWhateverItsName() throws IOException {
        assertThat(ready(read("-", PLAN))).isEqualTo(ready(read("-", JSON)));
        assertThat(ready(read(write("plan.json", JSON), "")).config()).isEmpty();
        assertThat(ready(read(write("plan.yml", PLAN), "")).plan().vms()).hasSize(1);
        assertThat(ready(read(write("web", "# ours\n" + PLAN), "")).plan().vms()).hasSize(1);
        assertThat(ready(read(write("x.conf", " \n" + JSON), "")).plan().vms()).hasSize(1);
    }

    @Test
    void findingsGoToStandardError() {
        assertThat(read("-", "vm a {\n\tmemry 1G\n}\n")).isEqualTo(new PlanInput.Faulty("<stdin>"));
        assertThat(said()).contains("<stdin>:2:2: error", "[VM002]");
    }

    @Test
    void warningsDoNotKeepThePlanBack() {
        assertThat(read("-", "unused = \"x\"\n" + CONF)).isInstanceOf(PlanInput.Ready.class);
        assertThat(said()).isEmpty();
    }

    @Test
    void reasonsAreSentences() throws IOException {
        assertThat(read("gone.conf", "")).isEqualTo(unusable("gone.conf: no such file"));
        String newer = PLAN.replace("vmconf-plan: 1", "vmconf-plan: 9");
        assertThat(read("-", newer))
                .isEqualTo(
                        unusable(
                                "<stdin>: plan version 9 is not known, this vmconf reads version"
                                        + " 1"));
        String empty = write("empty.yaml", "");
        assertThat(read(empty, ""))
                .isEqualTo(
                        unusable(
                                empty
                                        + ": not a plan: key \"vmconf-plan\" with the version is"
                                        + " missing"));
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vms: [", "vms: \u0000", "vms: \udcff", "\t", "a: &a [*a, *a]", "- 1"})
    void brokenPlansAreRefused(String broken) {
        String[] texts = {"vmconf-plan: 1\n" + broken, PLAN + broken};
        for (String text : texts) {
            assertThat(read("-", text)).isInstanceOf(PlanInput.Unusable.class);
        }
    }

    @Test
    void aPlanThatIsNestedWithoutEndIsRefused() {
        String deep = "vmconf-plan: 1\nvms: " + "[".repeat(100_000);
        assertThat(read("-", deep)).isInstanceOf(PlanInput.Unusable.class);
    }

    private static PlanInput unusable(String what) {
        return new PlanInput.Unusable("cannot read " + what);
    }

    private static PlanInput.Ready ready(PlanInput input) {
        assertThat(input).isInstanceOf(PlanInput.Ready.class);
        return (PlanInput.Ready) input;
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private PlanInput read(String operand, String input, String... options) {
        Options known = new Options();
        PlanReader.addTo(known);
        try (PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
            var streams = new Vmconf.Streams(new ByteArrayInputStream(bytes), print, print);
            return new PlanReader(new DefaultParser().parse(known, options), streams).read(operand);
        } catch (ParseException | UsageException e) {
            throw new AssertionError(e);
        }
    }
}
