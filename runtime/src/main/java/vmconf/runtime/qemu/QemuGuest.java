package vmconf.runtime.qemu;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vmconf.runtime.cgroup.Shortage;
import vmconf.runtime.console.Console;
import vmconf.runtime.posix.PseudoTerminal;
import vmconf.runtime.supervise.DiskError;
import vmconf.runtime.supervise.Exit;
import vmconf.runtime.supervise.Guest;
import vmconf.runtime.supervise.Machine;
import vmconf.runtime.supervise.Platform;

/// A guest in a QEMU process.
final class QemuGuest implements Guest {
    private static final long PAGE = 4096;
    private static final long LAST_WORDS_SECONDS = 2;

    private final QemuProcess qemu;
    private final Monitor monitor;
    private final Console console;
    private final PseudoTerminal terminal;
    private final LastWords lastWords;
    private final CompletionStage<Exit> exit;

    /// @param lastWords what the monitor reported as the machine's end
    QemuGuest(
            QemuProcess qemu,
            Monitor monitor,
            Console console,
            PseudoTerminal terminal,
            LastWords lastWords) {
        this.qemu = qemu;
        this.monitor = monitor;
        this.console = console;
        this.terminal = terminal;
        this.lastWords = lastWords;
        this.exit =
                qemu.ended()
                        .thenCompose(status -> lastWordsHeard(monitor).thenApply(_ -> status))
                        .thenCombine(qemu.closed(), this::gone);
    }

    /// Looks after a machine that stands still, from now on.
    QemuGuest watched() {
        lastWords.halted().thenRun(() -> Thread.ofVirtual().name("halted").start(this::examine));
        return this;
    }

    private static CompletionStage<Boolean> lastWordsHeard(Monitor monitor) {
        return monitor.silent()
                .thenApply(_ -> true)
                .toCompletableFuture()
                .completeOnTimeout(false, LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    }

    private Exit gone(int status, Shortage shortage) {
        terminal.close();
        return new Exit(status, cause(shortage), qemu.folder().complaint());
    }

    /// Whoever is killed for want of memory cannot say so.
    private Exit.Cause cause(Shortage shortage) {
        return switch (shortage) {
            case NONE -> lastWords.cause();
            case LIMIT -> Exit.Cause.MEMORY_LIMIT;
            case HOST -> Exit.Cause.HOST_MEMORY;
        };
    }

    /// The machine stands still by itself. One that its accelerator cannot execute will never go
    /// on.
    private void examine() {
        try {
            String status = monitor.execute("query-status").path("status").asString("");
            if (status.equals("internal-error")) {
                lastWords.internalError();
                kill();
            }
        } catch (QmpException e) {
            // it has ended meanwhile
        }
    }

    @Override
    public long pid() {
        return qemu.id().pid();
    }

    @Override
    public long residentBytes() {
        try {
            String[] fields = Files.readString(Path.of("/proc/" + pid() + "/statm")).split(" ");
            return Long.parseLong(fields[1]) * PAGE;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public String tty() {
        return terminal.path();
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public Optional<String> trouble() {
        return monitor.trouble();
    }

    @Override
    public Machine observe() throws IOException {
        return new Observation(monitor).machine();
    }

    @Override
    public void powerDown() throws IOException {
        monitor.execute("system_powerdown");
    }

    @Override
    public void insert(Path medium) throws IOException {
        monitor.execute(
                "blockdev-change-medium",
                Map.of("device", "cdrom", "filename", medium.toString(), "format", "raw"));
    }

    @Override
    public void reset() throws IOException {
        monitor.execute("system_reset");
    }

    @Override
    public void sendBreak() throws IOException {
        monitor.execute("chardev-send-break", Map.of("id", "console"));
    }

    @Override
    public void pause() throws IOException {
        monitor.execute("stop");
    }

    @Override
    public void unpause() throws IOException {
        migration().giveUp();
        monitor.execute("cont");
    }

    @Override
    public Platform platform() throws IOException {
        return PlatformFacts.of(monitor::execute);
    }

    @Override
    public void save(OutputStream out) throws IOException {
        migration().copyTo(out);
    }

    private Migration migration() {
        return new Migration(monitor::execute, qemu.folder());
    }

    @Override
    public void onReboot(Runnable listener) {
        lastWords.onReboot(listener);
    }

    /// Of one that stands still it is asked whether it does, which comes after the answer to
    /// what was asked before.
    @Override
    public void onDiskError(Consumer<DiskError> listener) {
        lastWords
                .disks()
                .onError(
                        error ->
                                Thread.ofVirtual()
                                        .name("disk error")
                                        .start(
                                                () -> {
                                                    if (!error.halted() || stands()) {
                                                        listener.accept(error);
                                                    }
                                                }));
    }

    private boolean stands() {
        try {
            return !monitor.execute("query-status").path("running").asBoolean(false);
        } catch (QmpException e) {
            return true;
        }
    }

    @Override
    public void kill() {
        qemu.kill();
    }

    @Override
    public CompletionStage<Exit> exit() {
        return exit;
    }
}
