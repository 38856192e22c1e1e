package vmconf.runtime.vmctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vmconf.runtime.host.Places;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.protocol.StartOptions;

/// Carries out one command of vmctl. What is wrong with its arguments is said before the daemon is
/// asked anything.
///
/// @param environment of this process
/// @param withoutDaemon examines the host where no daemon answers
record Execution(
        CommandLineOptions options,
        Places places,
        Map<String, String> environment,
        Streams streams,
        Doctor withoutDaemon) {

    private interface Talk {
        /// @return whether everything went well
        boolean over(Connection connection) throws Complaint;
    }

    /// @return whether everything went well
    boolean of(Verb verb) throws Complaint {
        return switch (verb) {
            case STATUS -> status();
            case SHOW -> options.optionalVm().isPresent() ? show() : status();
            case SHOWCMD -> showcmd();
            case DOCTOR -> doctor();
            case DRIFT -> drift();
            case START -> start();
            case STOP -> stop();
            case WAIT -> await();
            case METRICS -> metrics();
            case WHY -> why();
            case COMPLETION -> completion();
            case CONSOLE -> console();
            case PAUSE -> done(PauseCommand.Deed.PAUSE);
            case UNPAUSE -> done(PauseCommand.Deed.UNPAUSE);
            case EVENTS -> events();
            case HISTORY -> history();
            case SEND -> send();
            case DUMP -> dump();
            case RECEIVE -> receive();
            case LOAD -> load();
            case LOG -> tell(DaemonCommand.log(options));
            case RELOAD -> tell(DaemonCommand.reload(options));
            case RESET -> reset();
            case TERMINATE -> tell(DaemonCommand.terminate(options));
            case CREATE -> create();
        };
    }

    private boolean json() {
        return options.has("json");
    }

    private boolean with(Talk talk) throws Complaint {
        try (Connection connection = Connection.to(places.socket())) {
            return talk.over(connection);
        }
    }

    /// The reply to a request as JSON, or what is made of it for people.
    private boolean answer(Request<?> request, Talk talk) throws Complaint {
        return with(json() ? each -> JsonAnswer.print(request, each, streams) : talk);
    }

    private boolean tell(Request<?> request) throws Complaint {
        return answer(request, each -> DaemonCommand.run(request, each, streams));
    }

    private boolean done(PauseCommand.Deed deed) throws Complaint {
        PauseCommand command = new PauseCommand(options.vm(), deed);
        return answer(command.request(), each -> command.run(each, streams));
    }

    private boolean status() throws Complaint {
        StatusCommand status = new StatusCommand(options.optionalVm(), options.has("r"), json());
        return with(each -> status.run(each, streams));
    }

    private boolean show() throws Complaint {
        ShowCommand show = new ShowCommand(options.vm(), json());
        return with(each -> show.run(each, streams));
    }

    private boolean showcmd() throws Complaint {
        ShowcmdCommand show = new ShowcmdCommand(options.vm());
        return answer(show.request(), each -> show.run(each, streams));
    }

    private boolean doctor() throws Complaint {
        Optional<String> file = options.values("f").stream().findFirst();
        return new DoctorCommand(options.vms(), file, json()).run(withoutDaemon, places, streams);
    }

    private boolean drift() throws Complaint {
        DriftCommand drift = new DriftCommand(options.vms(), json());
        return with(each -> drift.run(each, streams));
    }

    private boolean start() throws Complaint {
        StartOptions described = new StartLine(options, streams).read();
        StartCommand start = new StartCommand(options.vm(), described, options.has("c"));
        return answer(start.request(), each -> start.run(each, streams));
    }

    private boolean stop() throws Complaint {
        boolean all = options.has("a");
        Optional<String> vm = options.optionalVm();
        if (all && vm.isPresent()) {
            throw new Complaint(Verb.STOP.usage());
        }
        if (!all && vm.isEmpty()) {
            throw new Complaint("vmctl: missing vmid argument\n" + Verb.STOP.usage());
        }
        StopCommand stop = new StopCommand(vm, options.has("f"), options.has("w"));
        return with(each -> json() ? stop.runAsJson(each, streams) : stop.run(each, streams));
    }

    /// For the end of a VM, or until a daemon is there and everything has settled.
    private boolean await() throws Complaint {
        Optional<String> vm = options.optionalVm();
        if (vm.isPresent()) {
            return answer(
                    new Request.Wait(vm.get()), each -> StopCommand.await(vm.get(), each, streams));
        }
        try (Connection connection = Connection.awaited(places.socket())) {
            return json()
                    ? JsonAnswer.print(new Request.Settle(), connection, streams)
                    : DaemonCommand.run(new Request.Settle(), connection, streams);
        }
    }

    private boolean metrics() throws Complaint {
        options.noWord();
        return with(each -> PageCommand.run(new Request.Metrics(), each, streams));
    }

    private boolean why() throws Complaint {
        Request.Why why = PageCommand.why(options);
        return answer(why, each -> PageCommand.run(why, each, streams));
    }

    private boolean completion() throws Complaint {
        streams.out().print(Completion.script(options));
        return true;
    }

    private boolean console() throws Complaint {
        Request.Attach attach = new Request.Attach(options.vm(), options.has("read-only"));
        return with(each -> new ConsoleClient(each, streams).run(attach));
    }

    private boolean events() throws Complaint {
        EventsCommand events = EventsCommand.of(options);
        return with(each -> events.run(each, streams));
    }

    private boolean history() throws Complaint {
        Request<?> request = HistoryCommand.request(options);
        return (request instanceof Request.History && !json())
                ? with(each -> HistoryCommand.list(each, streams))
                : tell(request);
    }

    private boolean send() throws Complaint {
        SendCommand send = new SendCommand(options.vm(), options.has("z"), false);
        SendCommand.refuseTerminal(streams);
        return with(each -> send.send(each, streams));
    }

    private boolean dump() throws Complaint {
        SendCommand dump = new SendCommand(options.vm(), options.has("z"), json());
        Path file = SendCommand.file(options);
        return with(each -> dump.dump(file, each, streams));
    }

    private boolean receive() throws Complaint {
        ReceiveCommand receive =
                new ReceiveCommand(Optional.of(options.vmName()), options.has("f"), json());
        InputStream state = ReceiveCommand.standardInput(streams);
        return with(each -> receive.run(state, each, streams));
    }

    /// A state goes on, a vm.conf is read.
    private boolean load() throws Complaint {
        Request.Load load = DaemonCommand.load(options);
        Path file = Path.of(load.file());
        if (!ReceiveCommand.isState(file)) {
            return tell(load);
        }
        try (InputStream state = Files.newInputStream(file)) {
            ReceiveCommand receive = new ReceiveCommand(Optional.empty(), options.has("f"), json());
            return with(each -> receive.run(state, each, streams));
        } catch (IOException e) {
            throw Complaint.named("cannot read %s: %s".formatted(file, e.getMessage()));
        }
    }

    private boolean reset() throws Complaint {
        Optional<Request.Reset> reset = DaemonCommand.reset(options);
        return reset.isPresent() ? tell(reset.get()) : done(PauseCommand.Deed.RESET);
    }

    private boolean create() throws Complaint {
        QemuImg tool = QemuImg.on(environment.getOrDefault("PATH", "/usr/bin:/bin"));
        CreateLine.read(options, streams).run(tool, streams);
        return true;
    }
}
