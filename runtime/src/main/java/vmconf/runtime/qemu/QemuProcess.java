package vmconf.runtime.qemu;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import vmconf.runtime.cgroup.ControlGroup;
import vmconf.runtime.cgroup.Shortage;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.supervise.Exit;
import vmconf.runtime.supervise.LaunchException;

/// A QEMU process in a session of its own, so that it outlives the daemon and no terminal's
/// signals reach it.
///
/// @param ended completes with its exit status, [Exit#UNSEEN] when an earlier daemon started it
/// @param closed completes after it, when the process's control group has gone, with what that knew
record QemuProcess(
        ProcessId id,
        RunFolder folder,
        CompletableFuture<Integer> ended,
        CompletableFuture<Shortage> closed) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMillis(1);
    private static final Duration LOOK = Duration.ofMillis(200);

    /// What QEMU is told of the daemon's environment, of which the rest is none of its guest's
    /// business: where programs, libraries, modules and temporary files are, and its language.
    private static final Set<String> SURROUNDINGS =
            Set.of("PATH", "LD_LIBRARY_PATH", "QEMU_MODULE_DIR", "TMPDIR", "LANG", "LC_ALL");

    /// @param group the control group that goes with it
    static QemuProcess of(
            ProcessId id,
            RunFolder folder,
            CompletableFuture<Integer> ended,
            Optional<ControlGroup> group) {
        return new QemuProcess(
                id,
                folder,
                ended,
                ended.thenApply(_ -> group.map(ControlGroup::close).orElse(Shortage.NONE)));
    }

    /// @param confinement puts it into a control group, if there is one
    static QemuProcess start(
            Path program, List<String> arguments, RunFolder folder, Confinement confinement)
            throws LaunchException {
        List<String> command =
                Stream.concat(Stream.of("setsid", program.toString()), arguments.stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(SURROUNDINGS);
        builder.directory(folder.path().toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectOutput(folder.errors().toFile());
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            ProcessId id =
                    ProcessId.of(process.pid())
                            .orElseGet(() -> new ProcessId(process.pid(), 0, "gone"));
            Optional<ControlGroup> group = confinement.of(id.pid());
            return of(id, folder, process.onExit().thenApply(Process::exitValue), group);
        } catch (IOException e) {
            throw new LaunchException("cannot run setsid; install the package util-linux");
        }
    }

    /// Puts a process where it cannot take more of the host than it may.
    interface Confinement {
        Optional<ControlGroup> of(long pid);
    }

    /// One that an earlier daemon started. The kernel tells only a parent of the end, so it is
    /// looked at several times a second.
    static QemuProcess inherited(ProcessId id, RunFolder folder, Optional<ControlGroup> group) {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread.ofVirtual().name("watch " + id.pid()).start(() -> watch(id, ended));
        return of(id, folder, ended, group);
    }

    private static void watch(ProcessId id, CompletableFuture<Integer> ended) {
        try {
            while (id.isAlive()) {
                Thread.sleep(LOOK);
            }
            ended.complete(Exit.UNSEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return !ended.isDone();
    }

    /// Ends it at once.
    void kill() {
        id.kill();
    }

    /// Ends it at once and waits until it has gone.
    void end() {
        kill();
        closed.copy()
                .completeOnTimeout(Shortage.NONE, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /// Connects to a socket that QEMU makes while it starts.
    SocketChannel connect(Path socket) throws LaunchException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return connectNow(socket);
            } catch (IOException e) {
                rest();
            }
        }
        throw new LaunchException("qemu did not come up in %d s".formatted(PATIENCE.toSeconds()));
    }

    static SocketChannel connectNow(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void rest() throws LaunchException {
        try {
            int status = ended.get(STEP.toMillis(), TimeUnit.MILLISECONDS);
            throw new LaunchException("qemu exited with status " + status);
        } catch (TimeoutException e) {
            // not yet
        } catch (ExecutionException e) {
            throw new LaunchException("qemu has gone");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted");
        }
    }
}
