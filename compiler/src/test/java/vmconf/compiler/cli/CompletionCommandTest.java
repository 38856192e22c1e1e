package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The scripts, in real shells.
@Timeout(60)
class CompletionCommandTest {
    @TempDir private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("site.conf"), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vmconf ch                | check",
                "vmconf compl             | completion",
                "vmconf export ope        | openbsd",
                "vmconf export qemu si    | site.conf",
                "vmconf check si          | site.conf",
                "vmconf import ''         | libvirt",
                "vmconf explain VM111     | VM111",
                "vmconf export --str      | --strict",
                "vmconf completion z      | zsh",
            })
    void bashCompletes(String line, String expected) throws Exception {
        String program =
                "source ./script; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _vmconf; printf '%%s\\n' \"${COMPREPLY[@]}\""
                        .formatted(line);
        assertThat(run("bash", "bash", "-c", program)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vmconf chec           | check",
                "vmconf export libv    | libvirt",
                "vmconf export --stric | --strict",
            })
    void fishCompletes(String line, String expected) throws Exception {
        assumeTrue(present("fish"), "skipped, fish is not installed");
        String program = "source ./script; complete -C '%s'".formatted(line);
        assertThat(run("fish", "fish", "-c", program))
                .anyMatch(each -> each.split("\t")[0].equals(expected));
    }

    @Test
    void zshReadsTheScript() throws Exception {
        assumeTrue(present("zsh"), "skipped, zsh is not installed");
        String program =
                "autoload -Uz compinit && compinit -u; source ./script; echo $_comps[vmconf]";
        assertThat(run("zsh", "zsh", "-f", "-c", program).getLast())
                .contains("_bash_complete", "_vmconf");
    }

    @Test
    void otherShellsAreRefused() {
        Ran ran = Ran.vmconf("", "completion", "tcsh");
        assertThat(ran.err()).contains("unknown shell \"tcsh\", expected bash, fish or zsh");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(Ran.vmconf("", "completion").err()).contains("expected one shell");
    }

    private static boolean present(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private List<String> run(String shell, String... command)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("script"), Ran.vmconf("", "completion", shell).out());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().toList();
    }
}
