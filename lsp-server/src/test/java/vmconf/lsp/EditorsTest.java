package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real editors, without their screens. `VMCONF_LSP_CMD` names another server than the classes
/// under test.
@Tag("editor")
class EditorsTest {
    private static final Path NEOVIM = Path.of("src/test/neovim/lsp_test.lua");
    private static final Path EMACS = Path.of("src/test/emacs/eglot-test.el");

    @TempDir Path folder = Path.of("/");

    private record Result(int status, String output) {}

    private Result run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder editor = new ProcessBuilder(command);
        String classes = String.join(" ", ServerProcess.command());
        editor.environment().putIfAbsent("VMCONF_LSP_CMD", classes);
        editor.environment().put("VMCONF_LSP_DIR", folder.toString());
        editor.environment().put("HOME", folder.toString());
        Process process = editor.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static List<String> neovim() {
        assumeTrue(installed("nvim"), "nvim is not installed (package neovim)");
        String script = "luafile " + NEOVIM.toAbsolutePath();
        return List.of("nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", script);
    }

    private static List<String> emacs() {
        assumeTrue(
                installed("emacs") && eglot(),
                "emacs with eglot is not installed (packages emacs-nox, elpa-eglot)");
        String script = EMACS.toAbsolutePath().toString();
        return List.of("emacs", "--batch", "-l", script, "-f", "ert-run-tests-batch-and-exit");
    }

    @Test
    void neovimShowsCompletesAndEdits() throws IOException, InterruptedException {
        Result result = run(neovim());
        assertThat(result.status).as(result.output).isZero();
        assertThat(result.output).contains(" 0 failed");
    }

    @Test
    void emacsShowsCompletesAndEdits() throws IOException, InterruptedException {
        Result result = run(emacs());
        assertThat(result.status).as(result.output).isZero();
        assertThat(result.output).contains(" 0 unexpected");
    }

    private static boolean installed(String command) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /// Emacs 29 brings it along.
    private static boolean eglot() {
        try {
            Process process =
                    new ProcessBuilder(
                                    "emacs",
                                    "--batch",
                                    "--eval",
                                    "(progn (require 'package) (package-initialize) (require 'eglot))")
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
