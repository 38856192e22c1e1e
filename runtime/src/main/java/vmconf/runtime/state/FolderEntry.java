package vmconf.runtime.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.Vm;
import vmconf.runtime.host.Mark;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.network.NetworkException;
import vmconf.runtime.supervise.Entry;
import vmconf.runtime.supervise.Moving;

/// The file `guest` in a guest's folder.
final class FolderEntry implements Entry {
    static final String NAME = "guest";

    private final Path folder;
    private EntryFile content;

    /// @param content what the file says already, or is about to
    FolderEntry(Path folder, EntryFile content) {
        this.folder = folder;
        this.content = content;
    }

    @Override
    public synchronized Vm vm() {
        return content.vm();
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public synchronized List<String> taps() {
        return content.taps();
    }

    @Override
    public synchronized Optional<ProcessId> process() {
        return content.process().map(EntryFile.Machine::id);
    }

    @Override
    public synchronized Instant since() {
        return content.since();
    }

    @Override
    public synchronized Optional<Instant> stopping() {
        return content.stopping();
    }

    @Override
    public synchronized void taking(int index, String tap) throws NetworkException {
        List<String> taps = new ArrayList<>(content.taps().subList(0, index));
        taps.add(tap);
        try {
            write(content.withTaps(taps));
        } catch (IOException e) {
            throw new NetworkException("cannot note interface %d: %s".formatted(index, e));
        }
    }

    @Override
    public synchronized void running(ProcessId process, Instant since) throws IOException {
        write(content.running(process, since));
    }

    @Override
    public synchronized void redefined(Vm now) throws IOException {
        write(content.redefined(now));
    }

    @Override
    public synchronized void stopping(Instant since) throws IOException {
        write(content.stopping(since));
    }

    @Override
    public synchronized Optional<Moving> moving() {
        return content.moving();
    }

    @Override
    public synchronized void moving(Optional<Moving> what) throws IOException {
        write(content.moving(what));
    }

    synchronized void write(EntryFile next) throws IOException {
        AtomicFile.write(folder.resolve(NAME), next.text());
        content = next;
    }

    @Override
    public synchronized void close() {
        delete(folder);
    }

    /// Removes a guest's folder, its entry last. What cannot be removed is left for a later start.
    static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals(NAME)) {
                    Files.deleteIfExists(file);
                }
            }
            Mark.FOLDER_EMPTIED.pass();
            Files.deleteIfExists(folder.resolve(NAME));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // not there
        }
    }
}
