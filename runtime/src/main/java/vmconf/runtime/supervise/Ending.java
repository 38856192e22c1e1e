package vmconf.runtime.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Why a VM does not run any more.
public sealed interface Ending {
    /// Of a process that took more than its control group lets it.
    String MEMORY_LIMIT = "qemu was killed: it took more memory than its limit";

    /// Of a process that the kernel chose when nothing was left.
    String HOST_MEMORY = "qemu was killed: the host had no memory left";

    Instant at();

    /// The guest's own decision.
    record PoweredOff(Instant at) implements Ending {}

    /// The guest rebooted and its boot device is forced, which ends it.
    record Rebooted(Instant at) implements Ending {}

    /// The guest powered off because it was asked to.
    record ShutDown(Instant at, Duration took) implements Ending {}

    /// A user asked for the end at once.
    record Forced(Instant at) implements Ending {}

    /// It goes on elsewhere.
    record Sent(Instant at) implements Ending {}

    /// The guest did not power off in time and was ended.
    record Overdue(Instant at, Duration allowed) implements Ending {}

    /// Its system did nothing but reboot, and it was ended.
    record Rebooting(Instant at) implements Ending {}

    /// The process ended without anybody of ours having asked.
    record Crashed(Instant at, Exit exit) implements Ending {}

    /// The guest never ran.
    record StartFailed(Instant at, String reason) implements Ending {}

    /// The guest of an earlier daemon was not there any more.
    ///
    /// @param at when that was found
    record FoundDead(Instant at, Found.Dead found, boolean asked) implements Ending {}

    /// Whether a user should hear about it unasked.
    default boolean abnormal() {
        return switch (this) {
            case PoweredOff _, Rebooted _, ShutDown _, Forced _, Sent _ -> false;
            case Overdue _, Rebooting _, Crashed _, StartFailed _ -> true;
            case FoundDead(_, Found.Dead found, boolean asked) ->
                    !asked && found.how() != Found.How.TIDY;
        };
    }

    /// The cause in words, to follow the VM's name.
    default String text() {
        return switch (this) {
            case PoweredOff _ -> "powered off by the guest";
            case Rebooted _ -> "stopped at the guest's reboot (boot device is forced)";
            case ShutDown(_, Duration took) ->
                    "shut down by ACPI after %d s".formatted(took.toSeconds());
            case Forced _ -> "forced to terminate";
            case Sent _ -> "sent";
            case Overdue(_, Duration allowed) ->
                    "killed: not shut down within %d s".formatted(allowed.toSeconds());
            case Rebooting _ ->
                    "killed: restarted too quickly, %d times in a row within %d s each"
                            .formatted(Pace.TOO_MANY, Pace.SOON.toSeconds());
            case Crashed(_, Exit exit) -> crash(exit);
            case StartFailed(_, String reason) -> "start failed: " + reason;
            case FoundDead(_, Found.Dead found, boolean asked) -> absence(found, asked);
        };
    }

    private static String absence(Found.Dead found, boolean asked) {
        return switch (found.how()) {
            case WITH_HOST -> "ended with the host, which has been started anew";
            case TIDY, UNSEEN ->
                    (asked ? "ended after it was asked to shut down" : "ended")
                            + " before this vmd started"
                            + (found.how() == Found.How.UNSEEN && !asked
                                    ? ", nobody saw how" + complaint(found.complaint())
                                    : "");
        };
    }

    private static String crash(Exit exit) {
        return switch (exit.cause()) {
            case INTERNAL_ERROR -> "qemu could not execute the guest (internal error)";
            case MEMORY_LIMIT -> MEMORY_LIMIT;
            case HOST_MEMORY -> HOST_MEMORY;
            case HOST, UNKNOWN, GUEST_SHUTDOWN, GUEST_RESET -> failure(exit);
        };
    }

    private static String failure(Exit exit) {
        if (exit.cause() == Exit.Cause.HOST && exit.status() <= 0) {
            return "qemu was told to quit from outside";
        }
        if (exit.status() == Exit.UNSEEN) {
            return "qemu was killed or crashed" + complaint(exit.complaint());
        }
        String how =
                exit.bySignal()
                        ? "was killed by " + signal(exit.signal())
                        : "exited with status " + exit.status();
        return "qemu " + how + complaint(exit.complaint());
    }

    private static String complaint(String text) {
        return text.isEmpty() ? "" : ": " + text;
    }

    private static String signal(int number) {
        Map<Integer, String> names =
                Map.of(
                        1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7,
                        "SIGBUS", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM", 31, "SIGSYS");
        String name = names.get(number);
        return "signal " + number + (name == null ? "" : " (" + name + ")");
    }
}
