package vmconf.runtime.vmctl;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;

/// The commands about the daemon's configuration and the daemon itself: `load`, `log`, `reload`,
/// `reset`, `terminate`. They say nothing when all is well.
final class DaemonCommand {
    private DaemonCommand() {}

    /// `load FILE`: the file is the caller's, so its path is, too.
    static Request.Load load(CommandLineOptions options) throws Complaint {
        String file = options.word().orElseThrow(() -> new Complaint(Verb.LOAD.usage()));
        return new Request.Load(Path.of(file).toAbsolutePath().normalize().toString());
    }

    /// `log brief` and `log verbose`, also abbreviated.
    static Request.Log log(CommandLineOptions options) throws Complaint {
        String word = options.word().map(each -> each.toLowerCase(Locale.ROOT)).orElse("");
        if (!word.isEmpty() && "brief".startsWith(word)) {
            return new Request.Log(false);
        }
        if (!word.isEmpty() && "verbose".startsWith(word)) {
            return new Request.Log(true);
        }
        throw new Complaint(Verb.LOG.usage());
    }

    /// `reset [all | switches | vms]`; absent when the word is another one, a VM's.
    static Optional<Request.Reset> reset(CommandLineOptions options) throws Complaint {
        String word = options.word().map(each -> each.toLowerCase(Locale.ROOT)).orElse("all");
        return switch (word) {
            case "all" -> Optional.of(new Request.Reset(true, true));
            case "switches" -> Optional.of(new Request.Reset(false, true));
            case "vms" -> Optional.of(new Request.Reset(true, false));
            default -> Optional.empty();
        };
    }

    /// `terminate [--keep]`.
    static Request.Terminate terminate(CommandLineOptions options) throws Complaint {
        options.noWord();
        return new Request.Terminate(!options.has("keep"));
    }

    /// `reload [--dry-run]`.
    static Request.Reload reload(CommandLineOptions options) throws Complaint {
        options.noWord();
        return new Request.Reload(options.has("dry-run"));
    }

    /// Says nothing when all is well, but for a dry run, which is for looking at.
    static boolean run(Request<?> request, Connection connection, Streams streams)
            throws Complaint {
        try {
            Reply reply = connection.ask(request);
            if (reply instanceof Reply.Changed changed) {
                if (isDry(request)) {
                    streams.out().print(changed.text());
                }
                changed.unsettled()
                        .forEach(each -> streams.err().println("vmctl: pending: " + each));
            }
            return true;
        } catch (RefusedException e) {
            throw e.fault() == Fault.REFUSED
                    ? new Complaint(e.text().stripTrailing() + "\nvmctl: command failed")
                    : Complaint.of(e);
        }
    }

    private static boolean isDry(Request<?> request) {
        return switch (request) {
            case Request.Reload(boolean dryRun) -> dryRun;
            case Request.Restore(_, boolean dryRun) -> dryRun;
            default -> false;
        };
    }
}
