package vmconf.runtime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;
import vmconf.runtime.control.ControlServer;
import vmconf.runtime.qemu.Binary;
import vmconf.testdata.Golden;
import vmconf.testdata.PlanSchema;

/// A real vmd in a folder of its own, and vmctl to talk to it, as processes.
final class EndToEnd implements AutoCloseable {
    /// What a command printed and how it ended.
    record Ran(int status, String out, String err) {}

    private static final String VMCTL = "vmconf.runtime.VmctlMain";

    private final Path folder;
    private final List<String> prefix;
    private final Process daemon;

    private EndToEnd(Path folder, List<String> prefix, Process daemon) {
        this.folder = folder;
        this.prefix = prefix;
        this.daemon = daemon;
    }

    /// Skips the test where no guest can run.
    static void assumeQemu() {
        boolean there = new Binary(Binary.USUAL, System.getenv("PATH")).present();
        assumeTrue(there, "qemu-system-x86_64 is not installed");
    }

    /// Starts the daemon in the foreground.
    ///
    /// @param prefix what to run it in, e.g. a network namespace
    static EndToEnd start(Path folder, List<String> prefix, Plan plan)
            throws IOException, InterruptedException {
        Path file =
                Files.writeString(
                        folder.resolve("plan.yaml"), PlanSchema.check(PlanYaml.toYaml(plan)));
        return start(folder, prefix, file);
    }

    static EndToEnd start(Path folder, List<String> prefix, Path file)
            throws IOException, InterruptedException {
        return start(folder, prefix, List.of(), file);
    }

    /// @param options of the daemon
    static EndToEnd start(Path folder, List<String> prefix, List<String> options, Path file)
            throws IOException, InterruptedException {
        EndToEnd end = launch(folder, prefix, options, file);
        end.awaitAnswer();
        return end;
    }

    /// Starts the daemon, which may not live long.
    static EndToEnd launch(Path folder, List<String> prefix, Path file) throws IOException {
        return launch(folder, prefix, List.of(), file);
    }

    private static EndToEnd launch(
            Path folder, List<String> prefix, List<String> options, Path file) throws IOException {
        return launch(folder, prefix, System.getProperty("java.class.path"), options, file);
    }

    /// Starts the daemon as somebody else.
    ///
    /// @param as a command that becomes that user
    /// @param classPath jars that he may read
    static EndToEnd startAs(
            List<String> as, String classPath, Path folder, List<String> options, Path file)
            throws IOException {
        EndToEnd end = launch(folder, as, classPath, options, file);
        end.awaitAnswer();
        return end;
    }

    private static EndToEnd launch(
            Path folder, List<String> prefix, String classPath, List<String> options, Path file)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("start", "-d", "--stop-timeout", "60"));
        arguments.addAll(options);
        arguments.add(file.toString());
        ProcessBuilder builder =
                process(folder, prefix, classPath, "vmconf.runtime.Vmd", arguments);
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        return new EndToEnd(folder, prefix, builder.start());
    }

    /// Waits until it answers.
    void awaitAnswer() throws IOException {
        Wait.until(
                "the daemon answers or has died",
                () -> !daemon.isAlive() || ControlServer.isAnswered(socket()));
        if (!daemon.isAlive()) {
            throw new AssertionError(log());
        }
    }

    /// Waits until it has died by itself.
    ///
    /// @return its exit status
    int awaitDeath() {
        return daemon.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue();
    }

    long pid() {
        return daemon.pid();
    }

    boolean isAlive() {
        return daemon.isAlive();
    }

    Ran vmctl(String... arguments) throws IOException, InterruptedException {
        return typing("", arguments);
    }

    Ran typing(String input, String... arguments) throws IOException, InterruptedException {
        return ran(input, process(folder, prefix, VMCTL, List.of(arguments)));
    }

    /// Runs vmctl as somebody else.
    ///
    /// @param as a command that becomes that user
    /// @param classPath jars that he may read
    Ran vmctlAs(List<String> as, String classPath, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(as);
        return ran("", process(folder, all, classPath, VMCTL, arguments));
    }

    private Ran ran(String input, ProcessBuilder builder) throws IOException, InterruptedException {
        Path err = folder.resolve("vmctl.err");
        Process process = builder.redirectError(err.toFile()).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(err));
    }

    /// vmctl with these words, as a shell has it.
    String command(String words) {
        ProcessBuilder vmctl =
                process(
                        folder,
                        prefix,
                        "vmconf.runtime.VmctlMain",
                        List.of("--socket", "" + socket()));
        return String.join(" ", vmctl.command()) + " " + words;
    }

    /// Runs vmctl in a working folder.
    Ran vmctlIn(Path working, String... arguments) throws IOException, InterruptedException {
        Path err = folder.resolve("vmctl.err");
        Process process =
                process(folder, prefix, "vmconf.runtime.VmctlMain", List.of(arguments))
                        .directory(working.toFile())
                        .redirectError(err.toFile())
                        .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(err));
    }

    /// Runs a command in the daemon's surroundings.
    Ran run(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, "");
    }

    /// What a guest has printed so far.
    String console(String vm) throws IOException {
        Path log = folder.resolve("state/console").resolve(vm + ".log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    Path run() {
        return folder.resolve("state/run");
    }

    Path socket() {
        return folder.resolve("vmd.sock");
    }

    /// One that still runs ends with its guests, and leaves nothing.
    @Override
    public void close() throws IOException {
        boolean alive = isAlive();
        terminate();
        if (alive) {
            LeftOvers.check(folder);
        }
    }

    /// Ends the daemon without giving it a chance to clean up.
    void kill() {
        daemon.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /// Asks the daemon to stop its guests and to end, and waits until it has.
    void terminate() {
        signal("INT");
    }

    /// Sends a signal that ends the daemon, and waits until it has.
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-s", name, "" + daemon.pid()).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        daemon.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static ProcessBuilder process(
            Path folder, List<String> prefix, String main, List<String> arguments) {
        String classPath = System.getProperty("java.class.path");
        return process(folder, prefix, classPath, main, arguments);
    }

    private static ProcessBuilder process(
            Path folder,
            List<String> prefix,
            String classPath,
            String main,
            List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                List.of(
                        // a shell's background jobs inherit signals that are ignored
                        "env",
                        "--default-signal",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dvmd.halt-at=" + folder.resolve("halt-at")));
        command.addAll(agents());
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(
                        Map.of(
                                "VMD_SOCKET", folder.resolve("vmd.sock").toString(),
                                "VMD_STATE", folder.resolve("state").toString()));
        return builder;
    }

    /// What watches this JVM, such as what measures coverage, watches those that it starts, too.
    private static List<String> agents() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("-javaagent:"))
                .toList();
    }

    static Path guests() {
        return Golden.root().resolve("testdata/guests");
    }
}
