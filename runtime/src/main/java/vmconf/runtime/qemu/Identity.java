package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which process a run folder belongs to, written for daemons to come.
///
/// @param pid its number, which another process may have by now
/// @param started when it started, as the host tells it; pid and start together are unique
/// @param taps devices that were made for it
record Identity(long pid, String started, List<String> taps) {
    Identity {
        taps = List.copyOf(taps);
    }

    static Identity of(ProcessHandle process, List<String> taps) {
        return new Identity(process.pid(), start(process), taps);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, "%d%n%s%n%s%n".formatted(pid, started, String.join(" ", taps)));
    }

    /// What a folder says; empty when it says nothing whole.
    static Optional<Identity> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() != 3 || !lines.getFirst().matches("[0-9]{1,10}")) {
                return Optional.empty();
            }
            List<String> taps =
                    List.of(lines.get(2).split(" ")).stream()
                            .filter(tap -> !tap.isEmpty())
                            .toList();
            return Optional.of(new Identity(Long.parseLong(lines.getFirst()), lines.get(1), taps));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether that very process still runs.
    boolean isAlive() {
        return ProcessHandle.of(pid).filter(process -> start(process).equals(started)).isPresent();
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
