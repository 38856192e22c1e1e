package vmconf.runtime.vmctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import vmconf.runtime.protocol.Request;
import vmconf.runtime.protocol.StartOptions;

/// The `vmctl` command.
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
        return execute(verb, options, places(socket));
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

    private boolean execute(Verb verb, CommandLineOptions options, Places places) throws Complaint {
        Path socket = places.socket();
        boolean json = options.has("json");
        return switch (verb) {
            case STATUS, SHOW -> {
                Optional<String> vm = options.optionalVm();
                ShowCommand show = new ShowCommand(vm.orElse(""), json);
                StatusCommand status = new StatusCommand(vm, options.has("r"), json);
                yield with(
                        socket,
                        connection ->
                                (verb == Verb.SHOW && vm.isPresent())
                                        ? show.run(connection, streams)
                                        : status.run(connection, streams));
            }
            case SHOWCMD -> {
                ShowcmdCommand show = new ShowcmdCommand(options.vm());
                yield json
                        ? answer(show.request(), socket)
                        : with(socket, connection -> show.run(connection, streams));
            }
            case DOCTOR ->
                    new DoctorCommand(options.vms(), options.values("f").stream().findFirst(), json)
                            .run(withoutDaemon, places, streams);
            case DRIFT -> {
                DriftCommand drift = new DriftCommand(options.vms(), json);
                yield with(socket, connection -> drift.run(connection, streams));
            }
            case START -> {
                StartOptions described = new StartLine(options, streams).read();
                StartCommand start = new StartCommand(options.vm(), described, options.has("c"));
                yield json
                        ? answer(start.request(), socket)
                        : with(socket, connection -> start.run(connection, streams));
            }
            case STOP -> stop(options, socket);
            case WAIT -> await(options.optionalVm(), json, socket);
            case METRICS -> {
                options.noWord();
                yield with(
                        socket,
                        connection -> PageCommand.run(new Request.Metrics(), connection, streams));
            }
            case WHY -> {
                Request.Why why = PageCommand.why(options);
                yield json
                        ? answer(why, socket)
                        : with(socket, connection -> PageCommand.run(why, connection, streams));
            }
            case COMPLETION -> {
                streams.out().print(Completion.script(options));
                yield true;
            }
            case CONSOLE -> {
                Request.Attach attach = new Request.Attach(options.vm(), options.has("read-only"));
                yield with(
                        socket, connection -> new ConsoleClient(connection, streams).run(attach));
            }
            case PAUSE -> done(PauseCommand.Deed.PAUSE, options, json, socket);
            case UNPAUSE -> done(PauseCommand.Deed.UNPAUSE, options, json, socket);
            case EVENTS -> {
                EventsCommand events = EventsCommand.of(options);
                yield with(socket, connection -> events.run(connection, streams));
            }
            case HISTORY -> {
                Request<?> request = HistoryCommand.request(options);
                yield (request instanceof Request.History && !json)
                        ? with(socket, connection -> HistoryCommand.list(connection, streams))
                        : tell(request, json, socket);
            }
            case SEND -> {
                SendCommand send = new SendCommand(options.vm(), options.has("z"), false);
                SendCommand.refuseTerminal(streams);
                yield with(socket, connection -> send.send(connection, streams));
            }
            case DUMP -> {
                SendCommand dump = new SendCommand(options.vm(), options.has("z"), json);
                Path file = SendCommand.file(options);
                yield with(socket, connection -> dump.dump(file, connection, streams));
            }
            case RECEIVE -> {
                ReceiveCommand receive =
                        new ReceiveCommand(Optional.of(options.vmName()), options.has("f"), json);
                InputStream state = ReceiveCommand.standardInput(streams);
                yield with(socket, connection -> receive.run(state, connection, streams));
            }
            case LOAD -> load(options, json, socket);
            case LOG -> tell(DaemonCommand.log(options), json, socket);
            case RELOAD -> tell(DaemonCommand.reload(options), json, socket);
            case RESET -> {
                Optional<Request.Reset> reset = DaemonCommand.reset(options);
                yield reset.isPresent()
                        ? tell(reset.get(), json, socket)
                        : done(PauseCommand.Deed.RESET, options, json, socket);
            }
            case TERMINATE -> tell(DaemonCommand.terminate(options), json, socket);
            case CREATE -> {
                QemuImg tool = QemuImg.on(environment.getOrDefault("PATH", "/usr/bin:/bin"));
                CreateLine.read(options, streams).run(tool, streams);
                yield true;
            }
        };
    }

    /// A state goes on, a vm.conf is read.
    private boolean load(CommandLineOptions options, boolean json, Path socket) throws Complaint {
        Request.Load load = DaemonCommand.load(options);
        Path file = Path.of(load.file());
        if (!ReceiveCommand.isState(file)) {
            return tell(load, json, socket);
        }
        try (InputStream state = Files.newInputStream(file)) {
            ReceiveCommand receive = new ReceiveCommand(Optional.empty(), options.has("f"), json);
            return with(socket, connection -> receive.run(state, connection, streams));
        } catch (IOException e) {
            throw Complaint.named("cannot read %s: %s".formatted(file, e.getMessage()));
        }
    }

    private interface Talk {
        /// @return whether everything went well
        boolean over(Connection connection) throws Complaint;
    }

    private static boolean with(Path socket, Talk talk) throws Complaint {
        try (Connection connection = Connection.to(socket)) {
            return talk.over(connection);
        }
    }

    private boolean answer(Request<?> request, Path socket) throws Complaint {
        return with(socket, connection -> JsonAnswer.print(request, connection, streams));
    }

    private boolean tell(Request<?> request, boolean json, Path socket) throws Complaint {
        return json
                ? answer(request, socket)
                : with(socket, connection -> DaemonCommand.run(request, connection, streams));
    }

    private boolean done(
            PauseCommand.Deed deed, CommandLineOptions options, boolean json, Path socket)
            throws Complaint {
        PauseCommand command = new PauseCommand(options.vm(), deed);
        return json
                ? answer(command.request(), socket)
                : with(socket, connection -> command.run(connection, streams));
    }

    private boolean await(Optional<String> vm, boolean json, Path socket) throws Complaint {
        if (vm.isEmpty()) {
            try (Connection connection = Connection.awaited(socket)) {
                return json
                        ? JsonAnswer.print(new Request.Settle(), connection, streams)
                        : DaemonCommand.run(new Request.Settle(), connection, streams);
            }
        }
        return json
                ? answer(new Request.Wait(vm.get()), socket)
                : with(socket, connection -> StopCommand.await(vm.get(), connection, streams));
    }

    private boolean stop(CommandLineOptions options, Path socket) throws Complaint {
        boolean all = options.has("a");
        Optional<String> vm = options.optionalVm();
        if (all && vm.isPresent()) {
            throw new Complaint(Verb.STOP.usage());
        }
        if (!all && vm.isEmpty()) {
            throw new Complaint("vmctl: missing vmid argument\n" + Verb.STOP.usage());
        }
        StopCommand stop = new StopCommand(vm, options.has("f"), options.has("w"));
        boolean json = options.has("json");
        return with(
                socket,
                connection ->
                        json ? stop.runAsJson(connection, streams) : stop.run(connection, streams));
    }
}
