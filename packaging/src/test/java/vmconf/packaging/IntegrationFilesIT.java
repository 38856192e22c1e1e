package vmconf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vmconf.testdata.Golden;

/// What other people's continuous integration is given does what it says, with the launchers.
class IntegrationFilesIT {
    private static final Path ROOT = Golden.root();
    private static final Pattern BLOCK =
            Pattern.compile(
                    "^```(yaml|sh)[^\\n]*\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir private Path folder;

    private record Ran(int status, String out) {}

    @BeforeEach
    void file() throws IOException {
        Files.writeString(
                folder.resolve("vm.conf"), "vm \"a\" {\n\tmemry 1G\n\tdisk \"/a.img\"\n}\n");
        Files.writeString(folder.resolve(".vmconf.yaml"), "entries: [vm.conf]\n");
    }

    @Test
    void theActionInstallsAnArchiveAndAnnotatesLines() throws Exception {
        JsonNode steps = yaml("action.yml").path("runs").path("steps");
        Path temp = Files.createDirectory(folder.resolve("temp"));
        Path path = Files.writeString(folder.resolve("path"), "");
        Path archive = folder.resolve("vmconf.tar.gz");
        assertThat(
                        sh(
                                        "tar -czf \"$ARCHIVE\" -C \"$TARGET\" vmconf/bin vmconf/lib",
                                        Map.of(
                                                "ARCHIVE",
                                                archive.toString(),
                                                "TARGET",
                                                ROOT + "/packaging/target"))
                                .status())
                .isZero();
        Map<String, String> runner =
                Map.of(
                        "RUNNER_TEMP", temp.toString(),
                        "GITHUB_PATH", path.toString(),
                        "ARCHIVE", archive.toString());
        Ran installed = sh(steps.get(0).path("run").asString(""), runner);
        assertThat(installed).isEqualTo(new Ran(0, ""));
        Ran checked =
                sh(
                        steps.get(1).path("run").asString(""),
                        Map.of(
                                "PATH",
                                Files.readString(path).strip() + ":" + System.getenv("PATH"),
                                "FILES",
                                "vm.conf",
                                "OPTIONS",
                                "--strict"));
        assertThat(checked.out()).contains("::error title=VM002,file=vm.conf,line=2");
        assertThat(checked.status()).isEqualTo(1);
    }

    @Test
    void hooksRunOnFilesOfTheLanguage() throws Exception {
        JsonNode hooks = yaml(".pre-commit-hooks.yaml");
        for (JsonNode each : hooks) {
            Pattern files = Pattern.compile(each.path("files").asString(""));
            for (String name : List.of("vm.conf", "etc/vm.conf", "web.vm.conf", "site.vmconf")) {
                assertThat(files.matcher(name).find()).as(name).isTrue();
            }
            for (String name : List.of("pf.conf", "vm.conf.bak", "myvm.confx")) {
                assertThat(files.matcher(name).find()).as(name).isFalse();
            }
        }
        Ran checked = sh(hooks.get(0).path("entry").asString("") + " vm.conf", launchers());
        assertThat(checked.status()).isEqualTo(1);
        Files.writeString(folder.resolve("vm.conf"), "vm \"a\" {\n  memory 1G\n disk \"/a\"\n}\n");
        assertThat(sh(hooks.get(1).path("entry").asString("") + " vm.conf", launchers()).status())
                .isZero();
        assertThat(folder.resolve("vm.conf")).content().contains("\n\tmemory 1G\n");
    }

    @Test
    void linesOfTheReportMatch() throws Exception {
        JsonNode pattern =
                new JsonMapper()
                        .readTree(Files.readString(ROOT.resolve("docs/ci/problem-matcher.json")))
                        .path("problemMatcher")
                        .get(0)
                        .path("pattern")
                        .get(0);
        Ran checked = sh("vmconf check vm.conf", launchers());
        Matcher line =
                Pattern.compile(pattern.path("regexp").asString(""))
                        .matcher(checked.out().lines().findFirst().orElse(""));
        assertThat(line.matches()).as(checked.out()).isTrue();
        assertThat(line.group(pattern.path("line").asInt())).isEqualTo("2");
        assertThat(line.group(pattern.path("severity").asInt())).isEqualTo("error");
        assertThat(line.group(pattern.path("code").asInt())).isEqualTo("VM002");
    }

    @Test
    void commandsOfThePageWork() throws Exception {
        String page = Files.readString(ROOT.resolve("docs/ci.md"));
        List<String> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                commands.add(block.group(2));
            } else {
                new YAMLMapper()
                        .readTree(block.group(2))
                        .path("vmconf")
                        .path("script")
                        .forEach(each -> commands.add(each.asString("")));
            }
        }
        assertThat(commands).hasSize(3);
        for (String each : commands) {
            assertThat(sh(each, launchers()).status()).as(each).isLessThan(2);
        }
        for (String each : List.of("vmconf.sarif", "gl-code-quality-report.json")) {
            assertThat(new JsonMapper().readTree(Files.readString(folder.resolve(each))))
                    .as(each)
                    .isNotEmpty();
        }
        Ran recorded =
                sh(
                        "vmconf check --baseline vmconf.baseline --update-baseline vm.conf;"
                                + " vmconf check --baseline vmconf.baseline vm.conf",
                        launchers());
        assertThat(recorded.status()).as(recorded.out()).isZero();
    }

    @Test
    void thePageNamesWhatTheFilesHave() throws Exception {
        List<JsonNode> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs/ci.md")));
        while (block.find()) {
            if (block.group(1).equals("yaml")) {
                blocks.add(new YAMLMapper().readTree(block.group(2)));
            }
        }
        JsonNode job = blocks.getFirst().path("jobs").path("vmconf").path("steps").get(1);
        assertThat(yaml("action.yml").path("inputs").propertyNames())
                .containsAll(job.path("with").propertyNames());
        JsonNode hooks = blocks.getLast().path("repos").get(0).path("hooks");
        List<String> ids = new ArrayList<>();
        yaml(".pre-commit-hooks.yaml").forEach(each -> ids.add(each.path("id").asString("")));
        assertThat(hooks).isNotEmpty();
        hooks.forEach(each -> assertThat(ids).contains(each.path("id").asString("")));
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(ROOT.resolve(file)));
    }

    private static Map<String, String> launchers() {
        return Map.of("PATH", ROOT.resolve("bin") + ":" + System.getenv("PATH"));
    }

    private Ran sh(String program, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", program);
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(new HashMap<>(environment));
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out);
    }
}
