package vmconf.runtime.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Vm;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.supervise.Moving;

/// The text of `run/ID/guest`.
///
/// @param vmdGuest version of the form
/// @param vm as it was defined when it started, with what was put into effect since
/// @param taps in the order of its interfaces
/// @param process absent before the guest was let go
/// @param stopping when it was asked to power off
/// @param moving what is done with its state
record EntryFile(
        int vmdGuest,
        Vm vm,
        List<String> taps,
        Optional<Machine> process,
        Instant since,
        Optional<Instant> stopping,
        Optional<Moving> moving) {
    static final String VERSION_KEY = "vmd-guest";
    static final int VERSION = 1;

    /// A [ProcessId].
    record Machine(long pid, long start, String boot) {
        ProcessId id() {
            return new ProcessId(pid, start, boot);
        }
    }

    EntryFile {
        taps = List.copyOf(taps);
    }

    static EntryFile of(Vm vm, Instant since) {
        return new EntryFile(
                VERSION,
                vm,
                List.of(),
                Optional.empty(),
                since,
                Optional.empty(),
                Optional.empty());
    }

    EntryFile redefined(Vm now) {
        return new EntryFile(VERSION, now, taps, process, since, stopping, moving);
    }

    EntryFile withTaps(List<String> names) {
        return new EntryFile(VERSION, vm, names, process, since, stopping, moving);
    }

    EntryFile running(ProcessId id, Instant at) {
        Machine machine = new Machine(id.pid(), id.start(), id.boot());
        return new EntryFile(VERSION, vm, taps, Optional.of(machine), at, stopping, moving);
    }

    EntryFile stopping(Instant at) {
        return new EntryFile(VERSION, vm, taps, process, since, Optional.of(at), moving);
    }

    EntryFile moving(Optional<Moving> what) {
        return new EntryFile(VERSION, vm, taps, process, since, stopping, what);
    }

    String text() {
        return Json.write(this);
    }

    static EntryFile read(String text) throws StateException {
        return Json.read(text, VERSION_KEY, VERSION, EntryFile.class);
    }
}
