package vmconf.runtime.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.plan.machine.Attachment;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Log;

/// Root's network: a tap per interface, bridges for switches, a /31 and DHCP for local ones.
public final class LinuxNetwork implements Network {
    private volatile Plan plan;
    private final Taps taps;
    private final Links links;
    private final Wiring wiring;
    private final Routing routing;
    private final Nat nat;
    private final Log log;
    private final AtomicBoolean swept = new AtomicBoolean();

    private LinuxNetwork(
            Plan plan,
            Commands commands,
            Links links,
            Responders responders,
            Routing routing,
            Nat nat,
            Log log) {
        this.plan = plan;
        this.taps = new Taps(commands, links, log);
        this.links = links;
        this.wiring = new Wiring(commands, links, responders, log);
        this.routing = routing;
        this.nat = nat;
        this.log = log;
    }

    /// @param notes what is changed on the host for all guests
    public static LinuxNetwork ofHost(Plan plan, NetworkOptions options, HostNotes notes, Log log) {
        HostCommands commands = new HostCommands();
        return on(plan, commands, Links.OF_HOST, NetworkNamespaces.FOLDER, options, notes, log);
    }

    static LinuxNetwork with(Plan plan, Commands commands, Links links) {
        return with(plan, commands, links, NetworkOptions.NONE);
    }

    static LinuxNetwork with(Plan plan, Commands commands, Links links, NetworkOptions options) {
        return with(plan, commands, links, options, HostNotes.NOWHERE);
    }

    /// Without the network namespaces of this machine.
    static LinuxNetwork with(
            Plan plan, Commands commands, Links links, NetworkOptions options, HostNotes notes) {
        Path none = links.root().resolve("netns");
        return on(plan, commands, links, none, options, notes, Log.toNowhere());
    }

    private static LinuxNetwork on(
            Plan plan,
            Commands commands,
            Links links,
            Path namespaces,
            NetworkOptions options,
            HostNotes notes,
            Log log) {
        Responders responders =
                (_, tap, offer) -> Responder.start(links.index(tap), links.mac(tap), offer);
        HostChanges changes = new HostChanges(notes);
        Bridges bridges = new Bridges(commands, links, changes, options.createBridges());
        Nat nat = new Nat(commands, Sysctl.OF_HOST, changes, options.nat());
        ChosenDomains domains =
                new ChosenDomains(
                        new Vrfs(commands, links, changes, Sysctl.OF_HOST),
                        new NetworkNamespaces(commands, changes, namespaces),
                        options.domains());
        Routing routing = new Routing(domains, bridges);
        return new LinuxNetwork(plan, commands, links, responders, routing, nat, log);
    }

    /// Why this host cannot do what vmd was told; absent when it can.
    public Optional<String> refusal() {
        return nat.refusal(links)
                .map(each -> "--nat: " + each)
                .or(() -> routing.domains().refusalOfOption());
    }

    /// The same work with commands and responders that are only noted.
    @Override
    public Rehearsal rehearse(Vm vm, List<String> own) throws NetworkException {
        Recorder recorder = new Recorder();
        Links imagined = new Links(links.root(), recorder.made(), Set.copyOf(own));
        Routing played = routing.on(recorder, imagined);
        LinuxNetwork network =
                new LinuxNetwork(plan, recorder, imagined, recorder, played, nat, Log.toNowhere());
        Leases leases = network.lease(vm, (_, _) -> {});
        leases.opened();
        return recorder.of(leases.attachments());
    }

    @Override
    public Leases lease(Vm vm, TapJournal journal) throws NetworkException {
        List<TapSettings> settings = TapSettings.of(vm, plan, routing);
        routing.ready(vm, plan);
        Leases leases = new Leases();
        try {
            for (int index = 0; index < settings.size(); index++) {
                connect(vm, index, settings.get(index), journal, leases);
            }
            return leases;
        } catch (NetworkException e) {
            leases.close();
            throw e;
        }
    }

    private void connect(Vm vm, int index, TapSettings settings, TapJournal journal, Leases leases)
            throws NetworkException {
        int elsewhere = elsewhere(settings.link());
        boolean stays = elsewhere == 0;
        Leases home = stays ? leases : new Leases();
        String wanted = settings.link().tap();
        // in its own domain its name must be free, too
        String name =
                stays || !wanted.equals("tap") ? wanted : "vm%d-if%d".formatted(vm.id(), index);
        String tap = taps.make(name, made -> journal.taking(index, made), home);
        TapLease lease = held(index, tap, elsewhere, leases);
        leases.attach(new Attachment.Tap(settings.link().lladdr(), tap));
        if (stays) {
            wiring.name(tap, settings);
            wiring.connect(lease, settings);
        } else {
            leases.onClose(home::close);
            wiring.name(tap, settings);
            leases.onOpened(() -> move(lease, settings, home));
        }
    }

    /// The routing domain whose links are not among those of the host; 0 when they are.
    private int elsewhere(Interface link) {
        int domain = TapSettings.domain(link);
        return routing.domains().isElsewhere(domain) ? domain : 0;
    }

    /// Another tap may have its name here afterwards.
    private void move(TapLease lease, TapSettings settings, Leases home) throws NetworkException {
        routing.domains().move(lease.tap(), lease.domain());
        home.forget();
        routing.domains().in(lease.domain(), () -> wiring.connect(lease, settings));
    }

    private TapLease held(int index, String tap, int domain, Leases leases) {
        TapLease lease = new TapLease(index, tap, domain);
        leases.hold(lease);
        leases.onClose(() -> giveBack(lease));
        return lease;
    }

    private void giveBack(TapLease lease) {
        if (lease.domain() == 0) {
            wiring.disconnect(lease);
            return;
        }
        try {
            routing.domains()
                    .in(
                            lease.domain(),
                            () -> {
                                wiring.disconnect(lease);
                                if (links.exists(lease.tap())) {
                                    taps.remove(lease.tap());
                                }
                            });
        } catch (NetworkException e) {
            log.warn("%s: %s".formatted(lease.tap(), e.getMessage()));
        }
    }

    @Override
    public void adjust(Vm vm, Leases leases) throws NetworkException {
        List<TapSettings> settings = TapSettings.of(vm, plan, routing);
        for (TapLease lease : leases.taps()) {
            if (lease.index() < settings.size()) {
                TapSettings wanted = settings.get(lease.index());
                if (!lease.settings().equals(Optional.of(wanted))) {
                    routing.domains().in(lease.domain(), () -> wiring.change(lease, wanted));
                }
            }
        }
    }

    @Override
    public List<String> links(Vm vm) {
        return vm.interfaces().stream().map(_ -> "tap").toList();
    }

    @Override
    public List<Finding> examine() {
        return examination().findings();
    }

    @Override
    public List<Finding> examine(Vm vm) {
        return examination().findings(vm);
    }

    private NetworkExamination examination() {
        return new NetworkExamination(plan, links, routing, nat);
    }

    @Override
    public List<Difference> differences(Vm vm, List<String> devices, Leases leases) {
        return new NetworkDrift(plan, links, routing).differences(vm, devices, leases);
    }

    /// The first time it also forgets what a daemon left that was killed.
    @Override
    public void configure(Plan next) {
        plan = next;
        if (swept.compareAndSet(false, true)) {
            wiring.sweep();
        }
        routing.follow(next, log);
        nat.follow(next, log);
    }

    @Override
    public void end(boolean guestsStay) {
        routing.end(log);
        nat.end(guestsStay, log);
    }

    @Override
    public Leases restore(Vm vm, List<String> devices) {
        Leases leases = new Leases();
        int count = Math.min(devices.size(), vm.interfaces().size());
        for (int index = 0; index < count; index++) {
            String tap = devices.get(index);
            Interface link = vm.interfaces().get(index);
            int domain = elsewhere(link);
            if (domain == 0) {
                leases.onClose(() -> taps.remove(tap));
            }
            leases.attach(new Attachment.Tap(link.lladdr(), tap));
            TapLease lease = held(index, tap, domain, leases);
            try {
                routing.domains().in(domain, () -> wiring.answer(lease, link));
            } catch (NetworkException e) {
                log.warn("%s: interface %d: %s".formatted(vm.name(), index, e.getMessage()));
            }
        }
        return leases;
    }

    /// It is where it was made, or in its own domain already.
    @Override
    public void reclaim(Vm vm, List<String> devices) {
        for (int index = 0; index < devices.size(); index++) {
            String tap = devices.get(index);
            String alias = TapSettings.alias(vm, index);
            reclaim(tap, alias);
            int domain = index < vm.interfaces().size() ? elsewhere(vm.interfaces().get(index)) : 0;
            if (domain != 0) {
                try {
                    routing.domains().in(domain, () -> reclaim(tap, alias));
                } catch (NetworkException e) {
                    log.debug("%s: %s".formatted(tap, e.getMessage()));
                }
            }
        }
    }

    /// A tap without an alias was made a moment before the daemon died.
    private void reclaim(String tap, String ours) {
        String alias = links.alias(tap);
        if (links.exists(tap) && (alias.isEmpty() || alias.equals(ours))) {
            taps.remove(tap);
        }
    }

    @Override
    public String describe() {
        return "taps";
    }
}
