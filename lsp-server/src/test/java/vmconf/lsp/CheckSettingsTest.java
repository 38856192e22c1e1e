package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings that decide how files are checked, sent by a client that is not asked.
class CheckSettingsTest {
    @TempDir Path folder = Path.of("/");

    private List<String> messages(String settings, String text) {
        try (Scene scene = Scene.in(folder, new ClientCapabilities())) {
            JsonObject ours = JsonParser.parseString(settings).getAsJsonObject();
            JsonObject all = new JsonObject();
            all.add("vmconf", ours);
            scene.editor
                    .server
                    .getWorkspaceService()
                    .didChangeConfiguration(new DidChangeConfigurationParams(all));
            scene.open(text);
            return scene.editor.diagnostics(scene.file()).stream()
                    .map(CheckSettingsTest::message)
                    .toList();
        }
    }

    private static String message(Diagnostic each) {
        return each.getSeverity() + " " + each.getCode().getLeft();
    }

    private static final String UNDEFINED =
            "vm \"a\" {\n\tdisk \"/a.img\"\n\tinterface { switch \"lan\" }\n}\n";

    @Test
    void aRuleIsSwitchedOffOrTakenForAWarning() {
        assertThat(messages("{}", UNDEFINED)).containsExactly("Error VM201");
        assertThat(messages("{\"rules\": {\"vm201\": \"off\"}}", UNDEFINED)).isEmpty();
        assertThat(messages("{\"rules\": {\"VM201\": \"warning\"}}", UNDEFINED))
                .containsExactly("Warning VM201");
    }

    @Test
    void aClientIsAsked() {
        try (Scene scene = Scene.in(folder)) {
            scene.editor.awaitSettings();
            scene.editor.target = Map.of("VM201", "off");
            scene.editor
                    .server
                    .getWorkspaceService()
                    .didChangeConfiguration(new DidChangeConfigurationParams(new JsonObject()));
            scene.open(UNDEFINED);
            scene.editor.await(scene.file(), last -> last.getDiagnostics().isEmpty());
        }
    }

    @Test
    void theProjectGoesBeforeTheUser() {
        Scene.write(folder, ".vmconf.yaml", "rules:\n  VM201: warning\n");
        assertThat(messages("{\"rules\": {\"VM201\": \"off\"}}", UNDEFINED))
                .containsExactly("Warning VM201");
    }

    @Test
    void whatMakesNoSenseIsLeftOut() {
        assertThat(
                        messages(
                                "{\"rules\": {\"VM201\": \"loud\", \"VM999\": \"off\"}, \"macros\": 7,"
                                        + " \"rootFiles\": \"x\", \"hostChecks\": []}",
                                UNDEFINED))
                .containsExactly("Error VM201");
    }

    @Test
    void macrosAreDefined() {
        String text = "vm \"a\" {\n\tdisk \"/a.img\"\n\tmemory $ram\n}\n";
        assertThat(messages("{}", text)).isNotEmpty();
        assertThat(messages("{\"macros\": {\"ram\": \"1G\"}}", text)).isEmpty();
    }

    @Test
    void theHostIsLookedAtWhenThatIsWanted() {
        String text = "vm \"a\" {\n\tdisk \"/nonexistent/a.img\"\n}\n";
        assertThat(messages("{}", text)).isEmpty();
        assertThat(messages("{\"hostChecks\": true}", text)).hasSize(1);
    }

    @Test
    void aRootFileIsReadByItselfAlthoughAnotherIncludesIt() {
        Scene.write(folder, "all.conf", "ram = \"1G\"\ninclude \"vm.conf\"\n");
        String text = "vm \"a\" {\n\tdisk \"/a.img\"\n\tmemory $ram\n}\n";
        assertThat(messages("{}", text)).isEmpty();
        assertThat(messages("{\"rootFiles\": [\"vm.conf\"]}", text)).isNotEmpty();
    }
}
