package vmconf.runtime.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.network.TapJournal;

/// What is written down about one guest, from before its start until everything it had has been
/// given back.
public interface Entry extends TapJournal {
    /// As it was defined when it started, with what was put into effect since.
    Vm vm();

    /// A folder of its own for the hypervisor's files, removed with the entry.
    Path folder();

    /// Devices that exist for it, or were about to; in the order of its interfaces.
    List<String> taps();

    /// Its process; absent while it has certainly not executed anything.
    Optional<ProcessId> process();

    /// When its process was noted, else when the entry was opened.
    Instant since();

    /// When it was asked to power off.
    Optional<Instant> stopping();

    /// What is done with its state; absent when nothing is.
    Optional<Moving> moving();

    /// Notes the process. The guest may execute from now on.
    void running(ProcessId process, Instant since) throws IOException;

    /// Notes that something of another definition is in effect.
    void redefined(Vm now) throws IOException;

    /// Notes that it was asked to power off.
    void stopping(Instant since) throws IOException;

    /// Notes what is done with its state, or that nothing is any more.
    void moving(Optional<Moving> what) throws IOException;

    /// Removes the folder, and the entry last of all. Idempotent.
    void close();
}
