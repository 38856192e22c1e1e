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

    /// `reset [all | switches | vms]`.
    static Request.Reset reset(CommandLineOptions options) throws Complaint {
        String word = options.word().map(each -> each.toLowerCase(Locale.ROOT)).orElse("all");
        return switch (word) {
            case "all" -> new Request.Reset(true, true);
            case "switches" -> new Request.Reset(false, true);
            case "vms" -> new Request.Reset(true, false);
            default -> throw new Complaint(Verb.RESET.usage());
        };
    }

    /// `terminate [--keep]`.
    static Request.Terminate terminate(CommandLineOptions options) throws Complaint {
        options.noWord();
        return new Request.Terminate(!options.has("keep"));
    }

    /// @param shown what of a change is printed; nothing when empty
    static void run(
            Request<? extends Reply> request,
            Optional<Shown> shown,
            Connection connection,
            Streams streams)
            throws Complaint {
        try {
            if (connection.ask(request) instanceof Reply.Changed(_, String text, String diff)) {
                shown.ifPresent(each -> streams.out().print(each == Shown.JSON ? diff : text));
            }
        } catch (RefusedException e) {
            throw e.fault() == Fault.REFUSED
                    ? new Complaint(e.text().stripTrailing() + "\nvmctl: command failed")
                    : Complaint.of(e);
        }
    }

    /// How a change is printed.
    enum Shown {
        TEXT,
        JSON,
    }

    /// A dry run is for looking at it.
    static Optional<Shown> shown(CommandLineOptions options) {
        if (options.has("json")) {
            return Optional.of(Shown.JSON);
        }
        return options.has("dry-run") ? Optional.of(Shown.TEXT) : Optional.empty();
    }
}
