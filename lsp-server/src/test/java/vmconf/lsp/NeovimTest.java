package vmconf.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real editor, without its screen. `VMCONF_LSP_CMD` names another server than the classes under
/// test.
@Tag("editor")
class NeovimTest {
    private static final Path SCRIPT = Path.of("src/test/neovim/lsp_test.lua");

    @TempDir Path folder = Path.of("/");

    @Test
    void neovimShowsAndCompletes() throws IOException, InterruptedException {
        assumeTrue(installed(), "nvim is not installed (package neovim)");
        ProcessBuilder editor =
                new ProcessBuilder(
                        "nvim",
                        "--headless",
                        "-u",
                        "NONE",
                        "-i",
                        "NONE",
                        "-n",
                        "-c",
                        "luafile " + SCRIPT.toAbsolutePath());
        editor.environment()
                .putIfAbsent("VMCONF_LSP_CMD", String.join(" ", ServerProcess.command()));
        editor.environment().put("VMCONF_LSP_DIR", folder.toString());
        Process process = editor.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(output);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(" 0 failed");
    }

    private static boolean installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "nvim")));
    }
}
