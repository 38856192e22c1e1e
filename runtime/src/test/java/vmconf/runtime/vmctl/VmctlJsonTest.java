package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.runtime.Samples;
import vmconf.testdata.Golden;
import vmconf.testdata.PublishedSchema;

/// `--json` of every command.
@Timeout(60)
class VmctlJsonTest {
    private static final String SCHEMA = "docs/vmctl.schema.json";

    @RegisterExtension final PlayedDaemon daemon = new PlayedDaemon();

    @Test
    void schemaIsThatOfTheReplies() throws Exception {
        Golden.check(SCHEMA, AnswerSchemaWriter.write());
    }

    @Test
    void startAnswersWithNumberAndTerminal() {
        JsonNode started = json(0, "start", "--json", "web");
        assertThat(started.path("id").asInt()).isEqualTo(1);
        assertThat(started.path("tty").asString()).startsWith("/dev/");
        JsonNode again = json(1, "start", "--json", "web");
        assertThat(again.at("/error/fault").asString()).isEqualTo("in-progress");
        assertThat(again.at("/error/code").asInt()).isEqualTo(-32002);
        assertThat(json(1, "start", "--json", "wab").at("/error/message").asString())
                .isEqualTo("no such vm; did you mean \"web\"?");
    }

    @Test
    void statusHasEveryVm() {
        JsonNode vms = json(0, "status", "--json").path("vms");
        assertThat(vms.findValuesAsString("name")).containsExactly("web", "mail");
        assertThat(json(0, "show", "--json", "mail").at("/vm/state").asString())
                .isEqualTo("stopped");
    }

    @Test
    void stopOfAllAnswersForEach() {
        json(0, "start", "--json", "web");
        json(0, "start", "--json", "mail");
        JsonNode asked = json(0, "stop", "--json", "-a", "-f", "-w").path("vms");
        assertThat(asked.findValuesAsString("name")).containsExactlyInAnyOrder("web", "mail");
        assertThat(asked.path(0).path("gone").asBoolean()).isTrue();
        assertThat(json(0, "stop", "--json", "-a").path("vms")).isEmpty();
        assertThat(json(1, "stop", "--json", "web").at("/error/fault").asString())
                .isEqualTo("not-running");
    }

    @Test
    void pauseAnswersWithTheNumber() {
        json(0, "start", "--json", "mail");
        assertThat(json(0, "pause", "--json", "mail").path("id").asInt()).isEqualTo(2);
        assertThat(json(0, "unpause", "--json", "mail").path("id").asInt()).isEqualTo(2);
        assertThat(json(1, "wait", "--json", "web").has("error")).isTrue();
    }

    @Test
    void reloadAnswersWithTheDifference() throws Exception {
        daemon.configuration().hold(Samples.plan(List.of(), daemon.vm(1, "web")));
        JsonNode changed = json(0, "reload", "--json");
        assertThat(changed.path("generation").asInt()).isEqualTo(2);
        assertThat(changed.at("/diff").isObject()).isTrue();
        assertThat(json(0, "log", "--json", "brief")).isEmpty();
        assertThat(json(0, "reset", "--json", "switches").path("generation").asInt()).isEqualTo(3);
    }

    @Test
    void whatIsNotSentSaysWhy(@TempDir Path folder) throws Exception {
        String file = folder.resolve("state").toString();
        JsonNode refused = json(1, "dump", "--json", "wab", "-f", file);
        assertThat(refused.at("/error/message").asString())
                .isEqualTo("no such vm; did you mean \"web\"?");
        assertThat(json(1, "dump", "--json", "web", "-f", file).at("/error/fault").asString())
                .isEqualTo("not-running");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fileThatIsNotTakenHasItsReport() {
        daemon.configuration().spoil("vm.conf:1:1: error");
        JsonNode error = json(1, "reload", "--json", "--dry-run").path("error");
        assertThat(error.path("fault").asString()).isEqualTo("refused");
        assertThat(error.at("/report/files").isArray()).isTrue();
    }

    private JsonNode json(int status, String... arguments) {
        PlayedDaemon.Run run = daemon.run(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(status);
        return JsonMapper.builder().build().readTree(new PublishedSchema(SCHEMA).check(run.out()));
    }
}
