package vmconf.runtime.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.runtime.host.Finding;

/// What the daemon needs of its state folder.
record StateExamination(Path state) {
    private static final long MEBIBYTE = 1L << 20;
    private static final Path LOCKS = Path.of("/proc/locks");
    private static final int PROCESS = 4;
    private static final int FILE = 5;
    private static final long LEAST = MEBIBYTE;
    private static final long LITTLE = 64 * MEBIBYTE;

    List<Finding> findings() {
        return Stream.concat(Stream.of(folder()), other().stream()).toList();
    }

    /// Another daemon that holds the folder's lock, as the kernel lists it.
    private Optional<Finding> other() {
        try {
            String inode = ":" + Files.getAttribute(state.resolve("lock"), "unix:ino");
            String own = "" + ProcessHandle.current().pid();
            return Files.readAllLines(LOCKS).stream()
                    .map(line -> line.strip().split(" +"))
                    .filter(fields -> fields.length > FILE && fields[FILE].endsWith(inode))
                    .map(fields -> fields[PROCESS])
                    .filter(pid -> !pid.equals(own))
                    .findFirst()
                    .map(
                            pid ->
                                    Finding.error(
                                            "state",
                                            "another vmd, process %s, uses %s"
                                                    .formatted(pid, state),
                                            "use that one, or end it: kill " + pid));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Finding folder() {
        if (!Files.exists(state)) {
            return Finding.note("state", state + " is made when vmd starts");
        }
        if (!Files.isDirectory(state) || !Files.isWritable(state)) {
            return Finding.error(
                    "state",
                    "%s cannot be written".formatted(state),
                    "chown %s %s".formatted(System.getProperty("user.name"), state));
        }
        try {
            long free = Files.getFileStore(state).getUsableSpace();
            String text = "%s has %d MiB free".formatted(state, free / MEBIBYTE);
            if (free < LEAST) {
                return Finding.error("state", text, "make room, or move it: vmd --state FOLDER");
            }
            return free < LITTLE
                    ? Finding.warning("state", text, "make room, or move it: vmd --state FOLDER")
                    : Finding.ok("state", text);
        } catch (IOException e) {
            return Finding.error("state", state + ": " + e.getMessage(), "vmd --state FOLDER");
        }
    }
}
