package vmconf.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmconf.testdata.Golden;

/// The launchers as a user starts them.
class LaunchersIT {
    private static final Path BIN = Golden.root().resolve("bin");

    private record Result(int status, String out, String err) {}

    @Test
    void checkPrintsNothingButItsReport(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("vm.conf"), "vm \"a\" {\n    memry 1G\n}\n");
        Result result = run(folder, Map.of(), "vmconf", "check", file.toString());
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("vm.conf:2:5: error: ").endsWith("1 error in 1 file\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vmconf", "vmd", "vmctl", "vmconf-lsp"})
    void saysWhatItLookedForWithoutJdk(String program, @TempDir Path folder) throws Exception {
        Path tools = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("sh", "readlink", "tr", "mkdir", "rmdir")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        // A launcher whose usual folders are elsewhere: the list is part of find-jdk.sh.
        Path copy = copyWithout(folder, "/usr/lib/jvm");
        Result result =
                run(
                        folder,
                        Map.of(
                                "PATH",
                                tools.toString(),
                                "JAVA_HOME",
                                "",
                                "HOME",
                                folder.toString()),
                        copy.resolve("bin").resolve(program).toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .startsWith(program + ": needs Java 25, found none in: ")
                .contains("set JAVA_HOME");
    }

    /// As in a container that says nothing of languages.
    @Test
    void namesBeyondAsciiAreNamesWithoutALocale(@TempDir Path folder) throws Exception {
        String command =
                "conf=$(printf 'b\\303\\274ro.conf')\n"
                        + "printf 'vm \"a\" {\\n\\tdisk \"/a.img\"\\n}\\n' > \"$conf\"\n"
                        + BIN.resolve("vmconf")
                        + " check \"$conf\"";
        Result result = run(folder, Map.of("LC_ALL", "C"), "/bin/sh", "-c", command);
        assertThat(result.out() + result.err()).isEqualTo("nothing wrong in 1 file\n");
        assertThat(result.status()).isZero();
    }

    @Test
    void startsThroughSymbolicLinks(@TempDir Path folder) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("vmconf"), BIN.resolve("vmconf"));
        Result result = run(folder, Map.of(), link.toString(), "--version");
        assertThat(result.out()).startsWith("vmconf ");
        assertThat(result.status()).isZero();
    }

    @Test
    void theAotCacheOfTheBuildIsUsed(@TempDir Path folder) throws Exception {
        Result result =
                run(folder, Map.of("VMCONF_JAVA_OPTIONS", "-XX:AOTMode=on"), "vmconf", "--version");
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    /// With `AOTMode=on` the JVM refuses to start where it cannot use the cache.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vmconf check vm.conf",
                "vmconf compile vm.conf",
                "vmconf explain VM201",
                "vmd -n -f vm.conf",
                "vmctl status",
                "vmconf-lsp --version"
            })
    void theAotCachesAreUsedWhereverTheFolderIs(String command, @TempDir Path folder)
            throws Exception {
        Path moved = folder.resolve("moved to here");
        copyAll(Golden.root().resolve("packaging/target/vmconf"), moved);
        Files.writeString(folder.resolve("vm.conf"), "vm \"a\" {\n    disk \"/var/vm/a\"\n}\n");
        String[] words = command.split(" ");
        words[0] = moved.resolve("bin").resolve(words[0]).toString();
        Map<String, String> environment =
                Map.of(
                        "VMCONF_JAVA_OPTIONS",
                        "-XX:AOTMode=on",
                        "VMD_SOCKET",
                        folder.resolve("none.sock").toString());
        Result result = run(folder, environment, words);
        assertThat(result.err()).doesNotContain("AOT");
        assertThat(result.status()).isEqualTo(command.startsWith("vmctl") ? 1 : 0);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path each : paths.toList()) {
                Files.copy(
                        each,
                        to.resolve(from.relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void checkForPeopleLoadsNoWriterOfDocuments(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("vm.conf"), "vm \"a\" {\n    memry 1G\n}\n");
        Path classes = folder.resolve("classes.txt");
        Result result =
                run(
                        folder,
                        Map.of("VMCONF_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes),
                        "vmconf",
                        "check",
                        file.toString());
        assertThat(result.status()).isEqualTo(1);
        assertThat(Files.readString(classes))
                .contains("vmconf.compiler.report.TextReport")
                .doesNotContain("tools.jackson", ".xml.", "vmconf.compiler.report.Sarif");
    }

    private static Path copyWithout(Path folder, String place) throws IOException {
        Path from = Golden.root().resolve("packaging/target/vmconf");
        Path to = Files.createDirectory(folder.resolve("copy"));
        Files.createDirectories(to.resolve("bin"));
        Files.createDirectories(to.resolve("lib"));
        for (String program : List.of("vmconf", "vmd", "vmctl", "vmconf-lsp")) {
            Files.copy(from.resolve("bin").resolve(program), to.resolve("bin").resolve(program));
        }
        Files.copy(from.resolve("lib/launcher.sh"), to.resolve("lib/launcher.sh"));
        String jdk = Files.readString(from.resolve("lib/find-jdk.sh"));
        Files.writeString(
                to.resolve("lib/find-jdk.sh"), jdk.replace(place + "/*", "/nonexistent/*"));
        return to;
    }

    private static Result run(Path folder, Map<String, String> environment, String... command)
            throws Exception {
        String program =
                command[0].startsWith("/") ? command[0] : BIN.resolve(command[0]).toString();
        command[0] = program;
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            Process process =
                    builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
