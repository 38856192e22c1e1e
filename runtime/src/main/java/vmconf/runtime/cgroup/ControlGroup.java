package vmconf.runtime.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/// The group of one guest's process. May be used where there is none.
///
/// @param folder where it is, or would be
public record ControlGroup(Path folder) {
    private static final long PAUSE_MILLISECONDS = 5;
    private static final int TRIES = 20;

    /// Makes it anew, and sets those limits that the host has here.
    void make(Limits limits) throws IOException {
        remove();
        Files.createDirectory(folder);
        for (Map.Entry<String, Long> each : limits.files().entrySet()) {
            Path file = folder.resolve(each.getKey());
            if (Files.exists(file)) {
                write(file, Long.toString(each.getValue()));
            }
        }
    }

    /// Takes a process in, with all of its threads.
    void admit(long pid) throws IOException {
        write(folder.resolve("cgroup.procs"), Long.toString(pid));
    }

    /// Files of the kernel are there or are not, and are written at once.
    static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    /// Removes it once its process has gone. Idempotent.
    ///
    /// @return what the kernel did to that process
    public Shortage close() {
        Shortage shortage = shortage();
        remove();
        return shortage;
    }

    private Shortage shortage() {
        try {
            List<String> events = Files.readAllLines(folder.resolve("memory.events"));
            if (count(events, "oom_kill") == 0) {
                return Shortage.NONE;
            }
            return count(events, "oom") > 0 ? Shortage.LIMIT : Shortage.HOST;
        } catch (IOException e) {
            return Shortage.NONE;
        }
    }

    private static long count(List<String> events, String name) {
        return events.stream()
                .filter(each -> each.startsWith(name + " "))
                .mapToLong(each -> Long.parseLong(each.substring(name.length() + 1)))
                .sum();
    }

    /// A process that has just gone is in it for a moment more. One that stays is removed when the
    /// guest starts again.
    private void remove() {
        try {
            for (int tries = 0; !removed() && tries < TRIES; tries++) {
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean removed() {
        try {
            Files.delete(folder);
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
