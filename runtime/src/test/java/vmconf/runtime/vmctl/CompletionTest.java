package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The scripts, in real shells, with a `vmctl` that prints a status table.
@Timeout(60)
class CompletionTest {
    private static final String STATUS =
            """
            #!/bin/sh
            [ "$1" = status ] || exit 1
            echo '   ID   PID VCPUS  MAXMEM  CURMEM     TTY        OWNER    STATE NAME'
            echo '    1     -     1    512M       -       -         root  stopped web'
            echo '    2     -     1    512M       -       -         root  stopped mail'
            """;

    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vmctl sta              | start status",
                "vmctl stop             | web mail",
                "vmctl stop w           | web",
                "vmctl stop -           | --json -a -f -w",
                "vmctl --socket /s sh   | show showcmd",
                "vmctl start -t m       | mail",
                "vmctl start -B c       | cdrom",
                "vmctl log              | brief verbose",
                "vmctl reset s          | switches",
                "vmctl terminate --     | --json --keep",
            })
    void bashCompletes(String line, String expected) throws Exception {
        assertThat(bash(line)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vmctl sta      | start status",
                "vmctl 'stop '  | web mail",
                "vmctl 'log '   | brief verbose",
            })
    void fishCompletes(String line, String expected) throws Exception {
        assumeTrue(present("fish"), "fish is not installed");
        String typed = line.replace("'", "");
        String out = run("fish", "-c", "source script; complete -C '%s'".formatted(typed), "fish");
        assertThat(out.lines().map(each -> each.split("\t")[0])).contains(expected.split(" "));
    }

    @Test
    void zshReadsTheScript() throws Exception {
        assumeTrue(present("zsh"), "zsh is not installed");
        String out =
                run(
                        "zsh",
                        "-f",
                        "-c",
                        "autoload -Uz compinit && compinit -u; source script; echo $_comps[vmctl]",
                        "zsh");
        assertThat(out.strip()).contains("_bash_complete", "_vmctl");
    }

    @Test
    void otherShellsAreRefused() {
        assertThat(PlayedDaemon.run(Map.of(), "", "completion", "tcsh").err())
                .isEqualTo("usage:\tvmctl [-v] completion bash | fish | zsh\n");
    }

    private static boolean present(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    /// What bash offers at the end of a line; a word is begun unless the line ends in a command.
    private List<String> bash(String line) throws Exception {
        String words = line.matches("vmctl (stop|log)") ? line + " ''" : line;
        String program =
                "source script; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _vmctl; printf '%%s\\n' \"${COMPREPLY[@]}\""
                        .formatted(words);
        return run("bash", "-c", program, "bash").lines().toList();
    }

    /// @param command ends with the shell's name
    private String run(String... command) throws IOException, InterruptedException {
        String shell = command[command.length - 1];
        Files.writeString(
                folder.resolve("script"),
                PlayedDaemon.run(Map.of(), "", "completion", shell).out());
        Path vmctl = Files.writeString(folder.resolve("vmctl"), STATUS);
        Files.setPosixFilePermissions(vmctl, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command).subList(0, command.length - 1))
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().merge("PATH", folder + ":", (path, first) -> first + path);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
