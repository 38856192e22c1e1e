package vmconf.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.Target;

class ProjectsTest {
    @TempDir private Path folder;

    @Test
    void everythingThatAProjectFileCanSay() throws Exception {
        Project project =
                project(
                        """
                        # ours
                        target: native
                        rules:
                          VM102: off
                          vm201: note
                        macros:
                          images: /var/vm
                          count: 2
                        entries:
                          - vm.conf
                          - prod/vm.conf
                        """);
        assertThat(project.target()).contains(Target.NATIVE);
        assertThat(project.rules())
                .containsEntry("VM102", Optional.empty())
                .containsEntry("VM201", Optional.of(Severity.NOTE))
                .hasSize(2);
        assertThat(project.macros())
                .containsExactly(
                        new CommandLineMacro("images", "/var/vm", true),
                        new CommandLineMacro("count", "2", true));
        assertThat(project.entries()).containsExactly("vm.conf", "prod/vm.conf");
        assertThat(project.folder()).contains(folder.toAbsolutePath());
    }

    @Test
    void anEmptyProjectFileSaysNothing() throws Exception {
        assertThat(project("").target()).isEmpty();
        assertThat(project("# nothing\n").rules()).isEmpty();
    }

    @Test
    void theNearestProjectFileHolds() throws Exception {
        project("target: native\n");
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/.vmconf.yaml"), "rules: { VM102: error }\n");
        Projects projects = new Projects();
        assertThat(projects.of(inner.resolve("vm.conf")).rules()).hasSize(1);
        assertThat(projects.of(folder.resolve("vm.conf")).target()).contains(Target.NATIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "targt: native | 1:1: unknown key \"targt\", did you mean \"target\"?",
                "target: nativ | 1:9: unknown target \"nativ\", expected openbsd, openbsd-5.9",
                "target: [native] | 1:9: expected a target",
                "rules: { VM999: off } | 1:10: unknown rule \"VM999\"",
                "rules: { VM102: never } | 1:17: unknown severity \"never\", expected error, warning, note, off",
                "rules: { VM001: off } | 1:10: rule VM001 is always an error",
                "rules: 3 | 1:8: expected a map from codes to severities",
                "entries: vm.conf | 1:10: expected a list of files",
                "entries: [[a]] | 1:11: expected a file",
                "macros: { a: } | 1:13: expected a value",
                "- a | 1:1: expected a map with the keys",
                "target: 'x | 1:7: while scanning a quoted scalar",
                "{target: native, target: native} | 1:18: "
            })
    void aWrongProjectFileIsRefusedWithThePlace(String text, String message) {
        assertThatThrownBy(() -> project(text + "\n"))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(".vmconf.yaml:" + message);
    }

    @Test
    void aHugeProjectFileIsRefused() throws IOException {
        Path file = folder.resolve(".vmconf.yaml");
        Files.writeString(file, "#".repeat(Projects.MAX_BYTES + 1));
        assertThatThrownBy(() -> Projects.read(file)).hasMessageEndingWith("larger than 1 MiB");
    }

    private Project project(String text) throws IOException, ProjectException {
        Files.writeString(folder.resolve(".vmconf.yaml"), text);
        return new Projects().of(folder.resolve("vm.conf"));
    }
}
