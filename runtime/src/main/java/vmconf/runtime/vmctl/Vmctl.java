package vmconf.runtime.vmctl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Places;
import vmconf.runtime.protocol.NearNames;

/// The `vmctl` command: which one is meant, and for which daemon.
public final class Vmctl {
    private static final String USAGE = "usage:\tvmctl [-v] command [arg ...]";

    private final Map<String, String> environment;
    private final Streams streams;
    private final Doctor withoutDaemon;

    Vmctl(Map<String, String> environment, Streams streams, Doctor withoutDaemon) {
        this.environment = environment;
        this.streams = streams;
        this.withoutDaemon = withoutDaemon;
    }

    /// With the environment and the standard streams of this process.
    public static Vmctl ofProcess(Doctor withoutDaemon) {
        Streams standard = new Streams(System.in, System.out, System.err);
        return new Vmctl(System.getenv(), standard, withoutDaemon);
    }

    /// Runs one command.
    ///
    /// @return its exit status
    public int run(List<String> arguments) {
        try {
            return command(new ArrayDeque<>(arguments)) ? 0 : 1;
        } catch (Complaint e) {
            if (!e.getMessage().isEmpty()) {
                streams.err().println(e.getMessage());
            }
            return 1;
        }
    }

    private boolean command(Deque<String> words) throws Complaint {
        Optional<String> socket = Optional.empty();
        while (!words.isEmpty() && words.getFirst().startsWith("-")) {
            String option = words.removeFirst();
            if (option.equals("--socket") && !words.isEmpty()) {
                socket = Optional.of(words.removeFirst());
            } else if (!option.equals("-v")) {
                throw new Complaint(USAGE);
            }
        }
        if (words.isEmpty()) {
            throw new Complaint(USAGE);
        }
        Verb verb = verb(words.removeFirst());
        CommandLineOptions options = CommandLineOptions.parse(verb, new ArrayList<>(words));
        return new Execution(options, places(socket), environment, streams, withoutDaemon).of(verb);
    }

    private static Verb verb(String word) throws Complaint {
        List<Verb> verbs = Verb.startingWith(word);
        if (verbs.size() == 1) {
            return verbs.getFirst();
        }
        if (!verbs.isEmpty()) {
            throw new Complaint("ambiguous argument: %s%n%s".formatted(word, USAGE));
        }
        String hint = NearNames.hint(word, Stream.of(Verb.values()).map(Verb::word).toList());
        throw new Complaint(
                "unknown argument: %s%n%s%s"
                        .formatted(word, USAGE, hint.isEmpty() ? "" : "\nvmctl: " + hint));
    }

    private Places places(Optional<String> socket) {
        return Places.find(environment, Accounts.isRoot(), socket, Optional.empty());
    }
}
