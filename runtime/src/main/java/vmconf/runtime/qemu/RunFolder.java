package vmconf.runtime.qemu;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import vmconf.plan.machine.GuestFiles;

/// Files of one running guest in the folder of its entry.
///
/// @param path the folder
record RunFolder(Path path) {
    static final String OUTGOING = "send.sock";

    private static final int LONGEST_COMPLAINT = 4096;

    Path monitor() {
        return path.resolve("qmp.sock");
    }

    Path console() {
        return path.resolve("console.sock");
    }

    /// Where QEMU hands a guest's state to us. It finds the place from its own working folder, this
    /// one, since it has no rights any more to come here from elsewhere.
    Path outgoing() {
        return path.resolve(OUTGOING);
    }

    /// Where QEMU takes a guest's state from us.
    Path incoming() {
        return path.resolve("receive.sock");
    }

    Path pidFile() {
        return path.resolve("pid");
    }

    /// @param consoleLog where the console's output is recorded
    GuestFiles files(Path consoleLog) {
        return new GuestFiles(monitor(), console(), consoleLog, pidFile());
    }

    /// What QEMU prints itself.
    Path errors() {
        return path.resolve("qemu.log");
    }

    /// A line of QEMU's without its own name in front.
    static String withoutProgram(String line) {
        return Shown.of(line.replaceFirst("^qemu[^ :]*: ", ""));
    }

    /// The last line QEMU printed, without its program name; empty when there is none.
    String complaint() {
        try (RandomAccessFile file = new RandomAccessFile(errors().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LONGEST_COMPLAINT));
            byte[] end = new byte[LONGEST_COMPLAINT];
            int count = Math.max(0, file.read(end));
            List<String> lines =
                    new String(end, 0, count, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            return lines.isEmpty() ? "" : withoutProgram(lines.getLast());
        } catch (IOException e) {
            return "";
        }
    }
}
