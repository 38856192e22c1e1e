package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told about the plan, the picture and the rules, with unsaved text.
class PreviewsTest {
    private static final String TEXT =
            """
            ram = "2G"
            switch "lan" {
            	interface bridge0
            }
            include "parts/web.conf"
            """;
    private static final String WEB =
            """
            vm "web" {
            	disk "/w.img"
            	memory $ram
            	interface { switch "lan" }
            }
            """;

    @TempDir Path folder = Path.of("/");

    private Scene scene() {
        Scene.write(folder, "parts/web.conf", WEB);
        return Scene.in(folder).open(TEXT);
    }

    private static JsonElement run(Scene scene, String command, Object... arguments) {
        return new Gson()
                .toJsonTree(
                        scene.<@Nullable Object>askWorkspace(
                                s ->
                                        s.executeCommand(
                                                new ExecuteCommandParams(
                                                        command, List.of(arguments)))));
    }

    private static String text(JsonElement answer, String key) {
        return answer.getAsJsonObject().get(key).getAsString();
    }

    @Test
    void thePlanOfUnsavedText() {
        try (Scene scene = scene()) {
            JsonElement plan = run(scene, "vmconf.plan", scene.uri());
            assertThat(text(plan, "text"))
                    .startsWith("vmconf-plan: 1\n")
                    .contains("name: web", "memory: 2147483648")
                    .doesNotContain("provenance");
            assertThat(text(plan, "name")).isEqualTo("vm.conf");
            assertThat(text(plan, "target")).isEqualTo("openbsd");
            assertThat(text(plan, "root")).endsWith("/vm.conf");
        }
    }

    @Test
    void aFragmentHasThePlanOfItsRoot() {
        Scene.write(folder, "vm.conf", TEXT);
        try (Scene scene = Scene.in(folder).open("parts/web.conf", WEB.replace("web", "www"))) {
            assertThat(text(run(scene, "vmconf.plan", scene.uri()), "text"))
                    .contains("name: www", "memory: 2147483648");
        }
    }

    @Test
    void fromWhichRootAFileIsReadAndForWhat() {
        Scene.write(folder, "vm.conf", TEXT);
        Scene.write(folder, ".vmconf.yaml", "target: native\n");
        try (Scene scene = Scene.in(folder).open("parts/web.conf", WEB)) {
            JsonElement reading = run(scene, "vmconf.reading", scene.uri());
            assertThat(text(reading, "name")).endsWith("vm.conf");
            assertThat(text(reading, "target")).isEqualTo("native");
            assertThat(reading.getAsJsonObject().get("roots").getAsInt()).isOne();
        }
    }

    @Test
    void aFileWithErrorsSaysWhyItHasNoPlan() {
        try (Scene scene = Scene.in(folder).open("vm \"a\" {\n\tmemory 1X\n}\n")) {
            String plan = text(run(scene, "vmconf.plan", scene.uri()), "text");
            assertThat(plan).startsWith("# vm.conf has errors, so it has no plan\n#\n");
            assertThat(plan.lines()).allMatch(line -> line.startsWith("#")).hasSizeGreaterThan(2);
            JsonElement graph = run(scene, "vmconf.graph", scene.uri());
            assertThat(text(graph, "svg")).isEmpty();
            assertThat(text(graph, "problem")).contains("nothing to draw");
        }
    }

    @Test
    void oneMachineWithTheOriginOfItsValues() {
        try (Scene scene = scene()) {
            String vm = text(run(scene, "vmconf.plan", scene.uri(), "web"), "text");
            assertThat(vm)
                    .startsWith("vms:\n")
                    .contains("name: web", "# vm \"web\" memory: 2G", "macro")
                    .doesNotContain("switches:");
            assertThat(text(run(scene, "vmconf.plan", scene.uri(), "none"), "text"))
                    .isEqualTo("# there is no VM \"none\"\n");
        }
    }

    @Test
    void theMachineAroundAPlace() {
        try (Scene scene = Scene.in(folder).open(WEB)) {
            assertThat(run(scene, "vmconf.vmAt", scene.uri(), 2, 3)).hasToString("\"web\"");
            assertThat(run(scene, "vmconf.vmAt", scene.uri(), 9, 0).isJsonNull()).isTrue();
            assertThatThrownBy(() -> run(scene, "vmconf.vmAt", scene.uri(), "here", 0))
                    .hasMessageContaining("is no number");
            assertThatThrownBy(() -> run(scene, "vmconf.vmAt", scene.uri()))
                    .hasMessageContaining("an argument is missing");
        }
    }

    @Test
    void whatIsCommittedIsComparedWithWhatIsTyped() throws IOException, InterruptedException {
        Scene.write(folder, "vm.conf", TEXT);
        Scene.write(folder, "parts/web.conf", WEB);
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        Scene.write(folder, "parts/web.conf", WEB.replace("web", "www"));
        try (Scene scene = Scene.in(folder).open(TEXT)) {
            assertThat(text(run(scene, "vmconf.plan", scene.uri()), "text")).contains("www");
            assertThat(text(run(scene, "vmconf.committedPlan", scene.uri()), "text"))
                    .contains("name: web", "memory: 2147483648")
                    .doesNotContain("www", "provenance");
            assertThat(text(run(scene, "vmconf.committedPlan", scene.uri(), "nope"), "text"))
                    .startsWith("# ")
                    .contains("git: ");
        }
    }

    @Test
    void outsideOfARepositoryThereIsNothingCommitted() {
        try (Scene scene = scene()) {
            assertThat(text(run(scene, "vmconf.committedPlan", scene.uri()), "text"))
                    .startsWith("# ")
                    .contains("not a git repository");
        }
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void thePictureKnowsWhereItsNodesAreWritten() {
        try (Scene scene = scene()) {
            JsonElement graph = run(scene, "vmconf.graph", scene.uri());
            assertThat(text(graph, "svg"))
                    .contains("<svg ", "data-name=\"web\"", "data-file=\"parts/web.conf\"");
            JsonObject files = graph.getAsJsonObject().getAsJsonObject("files");
            assertThat(files.get("parts/web.conf").getAsString()).endsWith("/parts/web.conf");
            assertThat(files.keySet()).contains("vm.conf");
        }
    }

    @Test
    void findingsOfTheWholeWorkspaceAreCounted() {
        Scene.write(folder, "hosts/a/vm.conf", "vm \"a\" {\n\tmemory 1X\n}\n");
        try (Scene scene = scene()) {
            JsonObject tally = run(scene, "vmconf.tally").getAsJsonObject();
            assertThat(tally.get("roots").getAsInt()).isEqualTo(2);
            assertThat(tally.get("files").getAsInt()).isEqualTo(3);
            assertThat(tally.get("errors").getAsInt()).isPositive();
        }
    }

    @Test
    void rulesAreListedAndExplained() {
        try (Scene scene = scene()) {
            JsonArray rules = run(scene, "vmconf.rules").getAsJsonArray();
            assertThat(rules).hasSizeGreaterThan(50);
            assertThat(text(rules.get(0), "title")).isNotEmpty();
            assertThat(run(scene, "vmconf.rule", "VM102").toString()).contains("# VM102: ");
            assertThatThrownBy(() -> run(scene, "vmconf.rule", "VM000"))
                    .hasMessageContaining("there is no rule");
        }
    }

    @Test
    void aFileThatIsNotOpenHasNone() {
        try (Scene scene = scene()) {
            assertThat(run(scene, "vmconf.plan", "file:///nowhere/vm.conf").isJsonNull()).isTrue();
        }
    }
}
