package vmconf.runtime.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A process of this host, told from every other one that ever was: its number is used again, its
/// number together with the moment it started and with the host's start is not.
///
/// @param pid its number
/// @param start when it started, in clock ticks since the host did (field 22 of `proc_pid_stat`)
/// @param boot the kernel's name for the time since the host started
public record ProcessId(long pid, long start, String boot) {
    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT = PROC.resolve("sys/kernel/random/boot_id");
    private static final int THREADS = 17;
    private static final int START = 19;

    /// The process that has this number now; empty when none has.
    public static Optional<ProcessId> of(long pid) {
        return fields(pid)
                .map(fields -> new ProcessId(pid, Long.parseLong(fields[START]), bootId()));
    }

    /// A living process that has `argument` among its arguments.
    public static Optional<ProcessId> withArgument(String argument) {
        String wanted = "\0" + argument + "\0";
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .filter(each -> each.getFileName().toString().matches("[0-9]{1,10}"))
                    .filter(each -> arguments(each).contains(wanted))
                    .map(each -> of(Long.parseLong(each.getFileName().toString())))
                    .flatMap(Optional::stream)
                    .filter(ProcessId::isAlive)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether that very process still runs. One that nobody has taken note of does not.
    public boolean isAlive() {
        return isOfThisBoot() && fields(pid).filter(this::isThis).isPresent();
    }

    /// Whether the host has not been started anew since.
    public boolean isOfThisBoot() {
        return boot.equals(bootId());
    }

    /// Ends it at once. Does nothing when it has gone.
    public void kill() {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /// A process whose first thread has ended still has its files until the others have, too.
    private boolean isThis(String[] fields) {
        boolean ended = "ZX".contains(fields[0]) && Integer.parseInt(fields[THREADS]) <= 1;
        return Long.parseLong(fields[START]) == start && !ended;
    }

    /// What follows the program's name, which may have blanks and brackets in it.
    private static Optional<String[]> fields(long pid) {
        try {
            String text =
                    Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return fields.length > START ? Optional.of(fields) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The arguments of the process that has this number now, its program first; none where it has
    /// gone.
    public static List<String> command(long pid) {
        try {
            byte[] bytes = Files.readAllBytes(PROC.resolve(pid + "/cmdline"));
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.isEmpty()
                    ? List.of()
                    : List.of(text.substring(0, text.length() - 1).split("\0", -1));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String arguments(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static String bootId() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
