package vmconf.runtime.state;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Mark;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.supervise.Entry;
import vmconf.runtime.supervise.Generation;
import vmconf.runtime.supervise.Kept;
import vmconf.runtime.supervise.Known;
import vmconf.runtime.supervise.LaunchException;
import vmconf.runtime.supervise.Ledger;

/// The ledger in the state folder: `state.json`, and `run/ID/guest` for each guest.
public final class FolderLedger implements Ledger {
    /// What a guest's process has among its arguments, in its folder.
    public static final String PID_FILE = "pid";

    private final Path state;
    private final Known known;
    private final GenerationFolder generations;
    private final Log log;

    private FolderLedger(Path state, Known known, Log log) {
        this.state = state;
        this.known = known;
        this.generations = new GenerationFolder(state.resolve("generations"));
        this.log = log;
    }

    /// @throws StateException when `state.json` is there and cannot be used; the message names it
    public static FolderLedger open(Path state, Log log) throws StateException {
        Path file = state.resolve("state.json");
        try {
            return new FolderLedger(state, KnownFile.read(Files.readString(file)), log);
        } catch (NoSuchFileException e) {
            return new FolderLedger(state, Known.NOTHING, log);
        } catch (MalformedInputException e) {
            throw unusable(file, "damaged: no text");
        } catch (StateException e) {
            throw unusable(file, e.getMessage());
        } catch (IOException e) {
            throw unusable(file, String.valueOf(e.getMessage()));
        }
    }

    private static StateException unusable(Path file, String reason) {
        return new StateException(
                "%s: %s%nhelp: it holds the machines' numbers; bring it back, or move it away to number them anew"
                        .formatted(file, reason));
    }

    @Override
    public Known known() {
        return known;
    }

    @Override
    public synchronized void write(Known next) throws IOException {
        AtomicFile.write(
                state.resolve("state.json"), KnownFile.text(next), Mark.STATE_WRITTEN::pass);
    }

    @Override
    public void keep(Generation generation) throws IOException {
        generations.keep(generation);
    }

    @Override
    public List<Kept> kept() {
        return generations.kept();
    }

    @Override
    public Optional<Plan> plan(int number) throws IOException {
        return generations.plan(number);
    }

    @Override
    public Entry open(Vm vm) throws LaunchException {
        Path folder = folder(vm);
        try {
            refuseSecond(folder);
            FolderEntry.delete(folder);
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            EntryFile content = EntryFile.of(vm, Instant.now());
            FolderEntry entry = new FolderEntry(folder, content);
            entry.write(content);
            return entry;
        } catch (IOException e) {
            throw new LaunchException("cannot prepare the guest's files: " + e.getMessage());
        }
    }

    @Override
    public Path folder(Vm vm) {
        return run().resolve("" + vm.id());
    }

    /// A folder that is there already is one that could not be read.
    private void refuseSecond(Path folder) throws LaunchException, IOException {
        if (!Files.exists(folder.resolve(FolderEntry.NAME))) {
            return;
        }
        Optional<String> second = second(folder);
        if (second.isPresent()) {
            throw new LaunchException(second.get());
        }
        putAside(folder);
    }

    private static Optional<String> second(Path folder) {
        return process(folder)
                .map(
                        each ->
                                "qemu process %1$d, which vmd cannot look after, still runs this vm; end it with: kill %1$d"
                                        .formatted(each.pid()));
    }

    @Override
    public List<Finding> examine() {
        return new StateExamination(state).findings();
    }

    @Override
    public Optional<String> obstacle(Vm vm) {
        Path folder = folder(vm);
        return Files.exists(folder.resolve(FolderEntry.NAME)) ? second(folder) : Optional.empty();
    }

    @Override
    public List<Entry> inherited() {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(run())) {
            return entries;
        }
        try (Stream<Path> folders = Files.list(run())) {
            for (Path folder : folders.sorted().toList()) {
                read(folder).ifPresent(entries::add);
            }
        } catch (IOException e) {
            log.warn("cannot look for guests of an earlier vmd: " + e.getMessage());
        }
        return entries;
    }

    private Optional<Entry> read(Path folder) throws IOException {
        Path file = folder.resolve(FolderEntry.NAME);
        try {
            return Optional.of(new FolderEntry(folder, EntryFile.read(Files.readString(file))));
        } catch (NoSuchFileException e) {
            FolderEntry.delete(folder);
        } catch (MalformedInputException e) {
            unreadable(folder, "damaged: no text");
        } catch (StateException e) {
            unreadable(folder, e.getMessage());
        }
        return Optional.empty();
    }

    private void unreadable(Path folder, String reason) throws IOException {
        Path file = folder.resolve(FolderEntry.NAME);
        Optional<ProcessId> process = process(folder);
        if (process.isPresent()) {
            log.warn(
                    "%1$s: %2$s; its guest, process %3$d, runs on and is not looked after; end it with: kill %3$d"
                            .formatted(file, reason, process.get().pid()));
        } else {
            log.warn("%s: %s; its guest does not run".formatted(file, reason));
            putAside(folder);
        }
    }

    /// Keeps what could not be read for somebody to look at.
    private void putAside(Path folder) throws IOException {
        Path kept = state.resolve("damaged-guest-" + folder.getFileName());
        Files.move(folder.resolve(FolderEntry.NAME), kept, StandardCopyOption.REPLACE_EXISTING);
        log.warn("%s: kept as %s".formatted(folder, kept));
        FolderEntry.delete(folder);
    }

    private static Optional<ProcessId> process(Path folder) {
        return ProcessId.withArgument(folder.resolve(PID_FILE).toString());
    }

    private Path run() {
        return state.resolve("run");
    }
}
