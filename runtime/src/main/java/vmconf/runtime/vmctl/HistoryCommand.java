package vmconf.runtime.vmctl;

import java.time.temporal.ChronoUnit;
import vmconf.runtime.protocol.GenerationView;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Request;

/// `vmctl history`: the generations of the configuration, what has changed since one, and going
/// back to one.
final class HistoryCommand {
    private static final String ROW = "%10s %-20s %s%n";

    private HistoryCommand() {}

    /// The request that `history [-n] [-r] [generation]` means.
    static Request<?> request(CommandLineOptions options) throws Complaint {
        boolean restore = options.has("r");
        if (options.word().isEmpty()) {
            if (restore) {
                throw new Complaint("vmctl: missing generation\n" + Verb.HISTORY.usage());
            }
            return new Request.History();
        }
        String word = options.word().get();
        if (!word.matches("[0-9]{1,9}")) {
            throw Complaint.named("invalid generation: " + word);
        }
        return new Request.Restore(Integer.parseInt(word), !restore);
    }

    static boolean list(Connection connection, Streams streams) throws Complaint {
        try {
            var generations = connection.ask(new Request.History()).generations();
            streams.out().printf(ROW, "GENERATION", "SINCE", "CHANGE");
            for (GenerationView each : generations) {
                streams.out()
                        .printf(
                                ROW,
                                each.number(),
                                each.since().truncatedTo(ChronoUnit.SECONDS),
                                each.change());
            }
            return true;
        } catch (RefusedException e) {
            throw Complaint.of(e);
        }
    }
}
