package vmconf.runtime.supervise;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import vmconf.runtime.console.Console;

/// A running VM. Owned by one supervisor, from launch until its exit.
public interface Guest {
    long pid();

    /// Memory it occupies on the host now, in bytes; 0 when it has gone.
    long residentBytes();

    /// The terminal device of its console.
    String tty();

    Console console();

    /// The machine as the hypervisor tells it.
    Machine observe() throws IOException;

    /// Asks the guest's system to power off, by the ACPI power button.
    void powerDown() throws IOException;

    /// Why nothing but its end can be asked of it now; absent when all is well.
    Optional<String> trouble();

    /// Puts another medium into its CD-ROM drive, which it has to have. A guest that uses the one
    /// that is in may refuse.
    void insert(Path medium) throws IOException;

    /// Presses its reset button.
    void reset() throws IOException;

    /// Holds its serial line for longer than a character lasts.
    void sendBreak() throws IOException;

    /// Lets its processors stand still. Idempotent.
    void pause() throws IOException;

    /// Lets it go on. Idempotent.
    void unpause() throws IOException;

    /// What it runs on.
    Platform platform() throws IOException;

    /// Writes its whole state. It has to stand still, and does so afterwards.
    void save(OutputStream out) throws IOException;

    /// Calls this on every reboot of the guest's system, also on those before; at most one
    /// listener.
    void onReboot(Runnable listener);

    /// Calls this when the host cannot do with a disk what the guest asks for, also for what was
    /// before; at most one listener.
    void onDiskError(Consumer<DiskError> listener);

    /// Ends it at once. Idempotent.
    void kill();

    /// Completes once, when the process has gone.
    CompletionStage<Exit> exit();
}
