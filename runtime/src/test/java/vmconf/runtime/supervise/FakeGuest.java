package vmconf.runtime.supervise;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import vmconf.runtime.console.Console;
import vmconf.runtime.console.FakeSerial;

/// A guest that does what the test says.
public final class FakeGuest implements Guest {
    public static final Platform PLATFORM = new Platform("fake 1", "fake", 1, "tcg", List.of());
    public static final String STATE = "the guest's state";

    private final long pid;
    private final boolean obedient;
    private final FakeSerial serial = new FakeSerial();
    private final Console console = Console.over(serial, "fake");
    private volatile boolean paused;
    private final List<Path> media = new CopyOnWriteArrayList<>();
    private final AtomicInteger resets = new AtomicInteger();
    private volatile Optional<Machine> machine = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile Runnable reboot = () -> {};
    private volatile Consumer<DiskError> diskError = _ -> {};
    private final CompletableFuture<Exit> exit = new CompletableFuture<>();

    /// @param obedient powers off when asked
    FakeGuest(long pid, boolean obedient) {
        this.pid = pid;
        this.obedient = obedient;
    }

    public FakeSerial serial() {
        return serial;
    }

    /// The process ends.
    public void end(int status, Exit.Cause cause) {
        serial.close();
        exit.complete(new Exit(status, cause, ""));
    }

    public boolean isAlive() {
        return !exit.isDone();
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public long residentBytes() {
        return 88L << 20;
    }

    @Override
    public String tty() {
        return "/dev/pts/" + pid;
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    /// It stops answering, or does so again.
    public void makeTrouble(Optional<String> reason) {
        trouble = reason;
    }

    @Override
    public Machine observe() throws IOException {
        return machine.orElseThrow(() -> new IOException("monitor has gone"));
    }

    /// What the hypervisor tells of its machine; nothing when absent.
    public void tell(Optional<Machine> told) {
        machine = told;
    }

    @Override
    public void powerDown() {
        if (obedient) {
            end(0, Exit.Cause.GUEST_SHUTDOWN);
        }
    }

    @Override
    public void insert(Path medium) {
        media.add(medium);
    }

    /// What was put into its drive since it started, in order.
    public List<Path> media() {
        return media;
    }

    @Override
    public void reset() {
        resets.incrementAndGet();
    }

    /// How often its reset button was pressed.
    public int resets() {
        return resets.get();
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void unpause() {
        paused = false;
    }

    public boolean isPaused() {
        return paused;
    }

    @Override
    public Platform platform() {
        return PLATFORM;
    }

    @Override
    public void save(OutputStream out) throws IOException {
        if (!paused) {
            throw new IOException("it runs");
        }
        out.write(STATE.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void onReboot(Runnable listener) {
        reboot = listener;
    }

    @Override
    public void onDiskError(Consumer<DiskError> listener) {
        diskError = listener;
    }

    /// The host cannot do with a disk what it asks for.
    public void failDisk(DiskError error) {
        diskError.accept(error);
    }

    @Override
    public void sendBreak() {}

    /// Its system reboots.
    public void reboot() {
        reboot.run();
    }

    @Override
    public void kill() {
        end(137, Exit.Cause.UNKNOWN);
    }

    @Override
    public CompletionStage<Exit> exit() {
        return exit;
    }
}
