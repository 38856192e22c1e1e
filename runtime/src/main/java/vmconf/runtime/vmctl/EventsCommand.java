package vmconf.runtime.vmctl;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vmconf.runtime.protocol.Announcement;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Request;

/// `vmctl events`: a line for everything that happens, until the daemon ends or nobody reads any
/// more.
///
/// @param past how many of the latest happenings come first
/// @param json one JSON object a line
record EventsCommand(int past, boolean json) {
    private static final int MOST_PAST = 1000;

    /// Reads `events [-n count]`.
    static EventsCommand of(CommandLineOptions options) throws Complaint {
        options.noWord();
        String count = options.values("n").stream().findFirst().orElse("0");
        if (!count.matches("[0-9]{1,4}") || Integer.parseInt(count) > MOST_PAST) {
            throw Complaint.named(
                    "invalid count: %s (a number from 0 to %d)".formatted(count, MOST_PAST));
        }
        return new EventsCommand(Integer.parseInt(count), options.has("json"));
    }

    boolean run(Connection connection, Streams streams) throws Complaint {
        try {
            connection.ask(new Request.Events(past));
        } catch (RefusedException e) {
            throw Complaint.of(e);
        }
        for (Optional<Announcement> next = connection.nextAnnouncement();
                next.isPresent() && !streams.out().checkError();
                next = connection.nextAnnouncement()) {
            streams.out().println(json ? JsonAnswer.line(next.get()) : text(next.get()));
            streams.out().flush();
        }
        return true;
    }

    private static String text(Announcement each) {
        String whom =
                each.vm()
                        .map(vm -> "%s (vm %d): ".formatted(vm, each.id().orElse(0)))
                        .orElse("vmd: ");
        return each.at().truncatedTo(ChronoUnit.MILLIS) + " " + whom + each.text();
    }
}
