package vmconf.compiler.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Does something again whenever one of the files it read has changed, until the thread is
/// interrupted.
///
/// The folders of the files are watched, so that a file that an editor puts in place of another,
/// or that was missing, is noticed too; what decides is whether a file's stamp differs.
final class Watch {
    /// Longest wait for an event in milliseconds; file systems that send none are looked at then.
    private static final long PATIENCE = 1_000;

    /// How long nothing may change before the files are read again, in milliseconds: editors write
    /// in several steps.
    private static final long CALM = 30;

    private record Stamp(@Nullable FileTime time, long size, @Nullable Object key) {
        /// Of a file that is not there.
        static final Stamp MISSING = new Stamp(null, -1, null);

        /// Of no file: it differs from every other one.
        static final Stamp UNKNOWN = new Stamp(null, -2, null);

        /// The file was changed after a time in milliseconds.
        boolean since(long start) {
            return time != null && time.toMillis() >= start;
        }
    }

    private final Set<Path> first;
    private final Supplier<Set<Path>> round;
    private final Map<Path, WatchKey> folders = new HashMap<>();

    /// @param first the files that are known to be read before it is done for the first time
    /// @param round does it once, and gives the files it has read, missing ones too
    Watch(Set<Path> first, Supplier<Set<Path>> round) {
        this.first = first;
        this.round = round;
    }

    /// Does it until interrupted.
    void run() throws IOException {
        try (WatchService service = FileSystems.getDefault().newWatchService()) {
            Set<Path> files = first;
            while (!Thread.currentThread().isInterrupted()) {
                // What changes while it is done was perhaps read too early.
                Map<Path, Stamp> before = stamps(files);
                long start = System.currentTimeMillis() - CALM;
                files = round.get();
                Map<Path, Stamp> seen = stamps(files);
                seen.replaceAll(
                        (file, stamp) ->
                                before.getOrDefault(
                                        file, stamp.since(start) ? Stamp.UNKNOWN : stamp));
                watch(files, service);
                awaitChange(seen, service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitChange(Map<Path, Stamp> seen, WatchService service)
            throws InterruptedException {
        while (stamps(seen.keySet()).equals(seen)) {
            drain(service.poll(PATIENCE, TimeUnit.MILLISECONDS));
        }
        WatchKey more = service.poll(CALM, TimeUnit.MILLISECONDS);
        while (more != null) {
            drain(more);
            more = service.poll(CALM, TimeUnit.MILLISECONDS);
        }
    }

    private static void drain(@Nullable WatchKey key) {
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    private void watch(Set<Path> files, WatchService service) {
        for (Path file : files) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !folders.containsKey(folder)) {
                try {
                    folders.put(
                            folder,
                            folder.register(
                                    service,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE));
                } catch (IOException _) {
                    // A folder that cannot be watched is looked at once in a while.
                }
            }
        }
    }

    private static Map<Path, Stamp> stamps(Set<Path> files) {
        Map<Path, Stamp> stamps = new HashMap<>();
        for (Path file : files) {
            stamps.put(file, stamp(file));
        }
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException _) {
            return Stamp.MISSING;
        }
    }
}
