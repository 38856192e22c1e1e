package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import vmconf.plan.Vm;
import vmconf.plan.machine.Arguments;
import vmconf.runtime.cgroup.ControlGroup;
import vmconf.runtime.cgroup.Shortage;
import vmconf.runtime.console.Console;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.posix.PseudoTerminal;
import vmconf.runtime.supervise.Ending;
import vmconf.runtime.supervise.Entry;
import vmconf.runtime.supervise.Found;
import vmconf.runtime.supervise.Moving;

/// Takes one guest of an earlier daemon over.
///
/// @param entry what that daemon noted
/// @param group that of its process
/// @param logs where a VM's console is recorded
record Heir(Entry entry, Optional<ControlGroup> group, Logs logs) {
    /// A disk's error has let it stand still.
    private static final String IO_ERROR = "io-error";

    /// What QEMU calls standing still, also after its state has been written.
    private static final Set<String> STANDING =
            Set.of("paused", "finish-migrate", "postmigrate", IO_ERROR);

    /// Finds a console's record.
    interface Logs {
        ConsoleLog of(Vm vm) throws IOException;
    }

    Found found() {
        RunFolder folder = new RunFolder(entry.folder());
        if (entry.process().isEmpty()) {
            return halfMade(folder);
        }
        ProcessId id = entry.process().get();
        return id.isAlive() ? alive(QemuProcess.inherited(id, folder, group)) : dead(id, folder);
    }

    /// The process is noted before it executes, so that this one, if there is one, never has.
    private Found halfMade(RunFolder folder) {
        ProcessId.withArgument(folder.pidFile().toString())
                .ifPresent(id -> QemuProcess.inherited(id, folder, group).end());
        group.ifPresent(ControlGroup::close);
        return new Found.HalfMade();
    }

    /// QEMU takes its files with it when it ends in good order and may write there.
    private Found dead(ProcessId id, RunFolder folder) {
        Shortage shortage = group.map(ControlGroup::close).orElse(Shortage.NONE);
        if (shortage != Shortage.NONE) {
            return new Found.Dead(
                    Found.How.UNSEEN,
                    shortage == Shortage.LIMIT ? Ending.MEMORY_LIMIT : Ending.HOST_MEMORY);
        }
        Found.How how = Found.How.WITH_HOST;
        if (id.isOfThisBoot()) {
            how = Files.exists(folder.pidFile()) ? Found.How.UNSEEN : Found.How.TIDY;
        }
        return new Found.Dead(how, how == Found.How.UNSEEN ? folder.complaint() : "");
    }

    /// One that does not answer now may do so later.
    private Found alive(QemuProcess qemu) {
        LastWords lastWords = new LastWords();
        Monitor monitor = Monitor.of(qemu, Arguments.uuid(entry.vm()), lastWords);
        String status = status(monitor);
        if (isNotLetGo(status)) {
            qemu.end();
            return new Found.HalfMade();
        }
        lastWords.seen(status);
        if (status.equals(IO_ERROR)) {
            recall(monitor, lastWords.disks());
        }
        try {
            ConsoleLog log = logs.of(entry.vm());
            Console console = Console.over(channel(qemu), entry.vm().name(), log.end());
            console.attach(log);
            PseudoTerminal terminal = ConsoleDevice.connect(console, entry.vm().owner());
            QemuGuest guest = new QemuGuest(qemu, monitor, console, terminal, lastWords);
            return new Found.Alive(guest.watched(), STANDING.contains(status));
        } catch (IOException e) {
            throw new IllegalStateException("no terminal for a console: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// One with a state from elsewhere that runs has been let go, whatever is noted.
    private boolean isNotLetGo(String status) {
        if (!entry.moving().equals(Optional.of(Moving.IN))) {
            return status.equals("prelaunch");
        }
        if (!status.equals("running")) {
            return true;
        }
        try {
            entry.moving(Optional.empty());
        } catch (IOException e) {
            // the next daemon notes it
        }
        return false;
    }

    private static void recall(Monitor monitor, DiskErrors disks) {
        try {
            disks.found(monitor.execute("query-block"));
        } catch (QmpException e) {
            // then nobody says which disk it is
        }
    }

    private static String status(Monitor monitor) {
        try {
            return monitor.answers()
                    ? monitor.execute("query-status").path("status").asString("")
                    : "";
        } catch (QmpException e) {
            return "";
        }
    }

    /// A guest whose console is not there any more runs without.
    private static ByteChannel channel(QemuProcess qemu) {
        try {
            return QemuProcess.connectNow(qemu.folder().console());
        } catch (IOException e) {
            return new NoChannel();
        }
    }
}
