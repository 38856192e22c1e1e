package vmconf.runtime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vmconf.runtime.host.Accounts;
import vmconf.testdata.Golden;

/// A systemd of its own, as if it were that of a host: what it changes is gone with it. The
/// programs of this project are on its PATH.
final class SystemdHost implements AutoCloseable {
    private static final int NOT_HERE = 77;
    private static final String LIBRARIES = "/usr/local/lib/vmconf";

    private final Path folder;
    private final Path group;
    private final Process process;

    private SystemdHost(Path folder, Path group, Process process) {
        this.folder = folder;
        this.group = group;
        this.process = process;
    }

    /// Skips the test where there can be none.
    static SystemdHost boot(Path folder) throws Exception {
        assumeTrue(Accounts.isRoot(), "skipped, only root can boot a systemd");
        assumeTrue(
                Files.isExecutable(Path.of("/lib/systemd/systemd")),
                "skipped, systemd is not installed");
        Optional<String> groups = groups();
        assumeTrue(groups.isPresent(), "skipped, there is no cgroup2 here");
        Path group = Path.of(groups.get(), "vmconf-test-" + ProcessHandle.current().pid());
        Files.createDirectories(group);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "sh",
                                "-c",
                                "echo $$ > \"$0\"/cgroup.procs && exec unshare -m -p -f -n -u -i -C"
                                        + " --kill-child --propagation private sh \"$@\"",
                                group.toString(),
                                Golden.root().resolve("testdata/hosts/systemd.sh").toString(),
                                folder.toString()));
        seen().map(Path::toString).forEach(command::add);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("boot.log").toFile())
                        .start();
        SystemdHost host = new SystemdHost(folder, group, process);
        try {
            host.awaitBoot();
            host.programs();
            return host;
        } catch (Throwable e) {
            host.close();
            throw e;
        }
    }

    private static Optional<String> groups() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                .map(each -> each.split(" "))
                .filter(each -> each[2].equals("cgroup2"))
                .map(each -> each[1])
                .findFirst();
    }

    /// What the programs of this project are made of.
    private static Stream<Path> seen() {
        return Stream.concat(
                        ClassPath.entries().stream()
                                .map(each -> Files.isDirectory(each) ? each : each.getParent()),
                        Stream.of(
                                Path.of(System.getProperty("java.home")),
                                Golden.root(),
                                Path.of(System.getProperty("user.home"), ".m2")))
                .map(Path::normalize)
                .filter(Files::isDirectory)
                .distinct();
    }

    private void awaitBoot() throws Exception {
        Wait.until(
                "systemd runs or has given up",
                () -> !process.isAlive() || tried("systemctl is-system-running").status() == 0);
        assumeTrue(
                process.isAlive() || process.exitValue() != NOT_HERE,
                "skipped, systemd cannot be booted here");
        if (!process.isAlive()) {
            throw new AssertionError(Files.readString(folder.resolve("boot.log")));
        }
    }

    /// Launchers as they are installed.
    private void programs() throws Exception {
        String classPath = copies();
        for (String[] each : new String[][] {{"vmd", "Vmd"}, {"vmctl", "VmctlMain"}}) {
            String launcher =
                    "#!/bin/sh\nexec %s --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -cp '%s' vmconf.runtime.%s \"$@\"\n"
                            .formatted(
                                    Path.of(System.getProperty("java.home"), "bin", "java"),
                                    classPath,
                                    each[1]);
            Files.writeString(shared().resolve(each[0]), launcher);
            run("install -m 755 %s /usr/local/bin/".formatted(shared().resolve(each[0])));
        }
    }

    /// The class path as every user there can read it: it may lie where only root may look.
    private String copies() throws Exception {
        List<String> copies = new ArrayList<>();
        StringBuilder command = new StringBuilder("mkdir -p " + LIBRARIES);
        for (Path each : ClassPath.entries()) {
            String to = "%s/%d-%s".formatted(LIBRARIES, copies.size(), each.getFileName());
            command.append(" && cp -r '%s' '%s'".formatted(each, to));
            copies.add(to);
        }
        run(command + " && chmod -R a+rX " + LIBRARIES);
        return String.join(":", copies);
    }

    /// A folder that the host shares with the test, by the same path.
    Path shared() {
        return folder.resolve("shared");
    }

    /// Runs a command of the shell there.
    EndToEnd.Ran tried(String command) throws IOException, InterruptedException {
        Optional<ProcessHandle> systemd = process.children().findFirst();
        if (systemd.isEmpty()) {
            return new EndToEnd.Ran(-1, "", "not running");
        }
        ProcessBuilder builder =
                new ProcessBuilder(
                        "nsenter",
                        "-t" + systemd.get().pid(),
                        "--mount",
                        "--pid",
                        "--net",
                        "--uts",
                        "--ipc",
                        "--cgroup",
                        "--root",
                        "--wd",
                        "env",
                        "-i",
                        "PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "timeout",
                        "60",
                        "sh",
                        "-c",
                        command);
        Process ran = builder.redirectErrorStream(true).start();
        ran.getOutputStream().close();
        String out = new String(ran.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new EndToEnd.Ran(ran.waitFor(), out, "");
    }

    /// What a command prints that has to succeed.
    String run(String command) throws IOException, InterruptedException {
        EndToEnd.Ran ran = tried(command);
        if (ran.status() != 0) {
            throw new AssertionError(command + ": " + ran.out());
        }
        return ran.out();
    }

    /// Waits until the host has shut down by itself.
    void awaitEnd() {
        process.onExit().orTimeout(120, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Wait.until("its processes have ended", this::isEmpty);
        try (Stream<Path> groups = Files.walk(group)) {
            for (Path each :
                    groups.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private boolean isEmpty() throws IOException {
        return Files.readString(group.resolve("cgroup.events")).contains("populated 0");
    }
}
