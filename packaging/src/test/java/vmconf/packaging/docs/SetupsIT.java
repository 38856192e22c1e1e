package vmconf.packaging.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.testdata.Golden;

/// What the documentation has people copy into their editors works there, or is at least
/// well-formed.
class SetupsIT {
    private static final String FINDING = "unknown directive \"memry\"";

    @TempDir private Path folder;

    static List<Setup> setups() throws IOException {
        List<Setup> setups = new ArrayList<>();
        for (String name : DocsIT.pages()) {
            Page.read(name).blocks().stream()
                    .filter(Setup::isOne)
                    .map(each -> new Setup(name, each))
                    .forEach(setups::add);
        }
        return setups;
    }

    @ParameterizedTest
    @MethodSource("setups")
    void works(Setup setup) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("vm.conf"), "vm \"a\" {\n\tmemry 1G\n}\n");
        String file = "setup." + setup.block().info();
        Files.writeString(folder.resolve(file), setup.text(Golden.root().toString()));
        List<String> command =
                switch (setup.block().info()) {
                    case "lua" -> neovim();
                    case "elisp" -> emacs();
                    case "toml" -> python("import tomllib; tomllib.load(open('setup.toml', 'rb'))");
                    case "json" -> python("import json; json.load(open('setup.json'))");
                    case "xml" -> python("import xml.dom.minidom as d; d.parse('setup.xml')");
                    default -> throw new AssertionError(setup);
                };
        assumeTrue(installed(command.getFirst()), command.getFirst() + " is not installed");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        if (command.size() > 3) {
            assertThat(out).contains(FINDING);
        }
    }

    private static List<String> neovim() {
        return List.of(
                "nvim",
                "--headless",
                "-i",
                "NONE",
                "-n",
                "-u",
                "setup.lua",
                "vm.conf",
                "-c",
                "lua vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end)",
                "-c",
                "lua print(vim.inspect(vim.diagnostic.get(0)))",
                "-c",
                "qa!");
    }

    private static List<String> emacs() {
        return List.of(
                "emacs",
                "--batch",
                "--eval",
                "(progn (require 'package) (package-initialize) (require 'eglot) (load-file \"setup.elisp\"))",
                "--eval",
                """
                (with-current-buffer (find-file-noselect "vm.conf")
                  (let ((tries 300))
                    (run-hooks 'post-command-hook)
                    (while (and (> tries 0) (null (flymake-diagnostics)))
                      (setq tries (1- tries))
                      (accept-process-output nil 0.1)
                      (when flymake-mode (flymake-start)))
                    (dolist (each (flymake-diagnostics))
                      (message "%s" (flymake-diagnostic-text each)))))
                """);
    }

    private static List<String> python(String program) {
        return List.of("python3", "-c", program);
    }

    private static boolean installed(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
