package vmconf.compiler.export.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vmconf.compiler.export.Artifact;
import vmconf.compiler.export.Export;
import vmconf.compiler.export.Settings;

/// The files of an export in a folder, for the programs that read them.
record HostFiles(Path folder) {
    private static final long SECONDS = 60;

    static HostFiles of(Export export, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Artifact each : export.files(new Settings("vm.conf", false))) {
            Files.writeString(folder.resolve(each.name()), each.text());
        }
        return new HostFiles(folder);
    }

    /// Skips the test where the program is not installed.
    static void assumeThere(String program) {
        String path = System.getenv("PATH") + ":/usr/sbin:/sbin";
        assumeTrue(
                Stream.of(path.split(":"))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, program))),
                "skipped, " + program + " is not installed");
    }

    /// Skips the test where nobody can have a network of his own.
    static void assumeNamespace() throws IOException {
        assumeTrue(
                new ProcessBuilder("unshare", "-n", "true").start().onExit().join().exitValue()
                        == 0,
                "skipped, no network namespaces here");
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /// What a command prints that has to succeed.
    String runs(List<String> command) throws IOException {
        return runs(command.toArray(new String[0]));
    }

    String runs(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().merge("PATH", ":/usr/sbin:/sbin", String::concat);
        builder.environment().put("ROOT", folder.resolve("root").toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join().exitValue();
        assertThat(status).as(String.join(" ", command) + "\n" + out).isZero();
        return out;
    }
}
