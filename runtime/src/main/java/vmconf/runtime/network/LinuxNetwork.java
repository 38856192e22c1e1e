package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Log;

/// Root's network: a tap per interface, bridges for switches, a /31 and DHCP for local ones.
public final class LinuxNetwork implements Network {
    private volatile Plan plan;
    private final Taps taps;
    private final Links links;
    private final Wiring wiring;
    private final Bridges bridges;
    private final Nat nat;
    private final Log log;
    private final AtomicBoolean swept = new AtomicBoolean();

    private LinuxNetwork(
            Plan plan,
            Commands commands,
            Links links,
            Responders responders,
            Bridges bridges,
            Nat nat,
            Log log) {
        this.plan = plan;
        this.taps = new Taps(commands, links, log);
        this.links = links;
        this.wiring = new Wiring(commands, links, responders, log);
        this.bridges = bridges;
        this.nat = nat;
        this.log = log;
    }

    /// @param notes what is changed on the host for all guests
    public static LinuxNetwork ofHost(Plan plan, NetworkOptions options, HostNotes notes, Log log) {
        return on(plan, new HostCommands(), Links.OF_HOST, options, notes, log);
    }

    static LinuxNetwork with(Plan plan, Commands commands, Links links) {
        return with(plan, commands, links, NetworkOptions.NONE);
    }

    static LinuxNetwork with(Plan plan, Commands commands, Links links, NetworkOptions options) {
        return on(plan, commands, links, options, HostNotes.NOWHERE, Log.toNowhere());
    }

    private static LinuxNetwork on(
            Plan plan,
            Commands commands,
            Links links,
            NetworkOptions options,
            HostNotes notes,
            Log log) {
        Responders responders =
                (_, tap, offer) -> Responder.start(links.index(tap), links.mac(tap), offer);
        HostChanges changes = new HostChanges(notes);
        Bridges bridges = new Bridges(commands, links, changes, options.createBridges());
        Nat nat = new Nat(commands, Sysctl.OF_HOST, changes, options.nat());
        return new LinuxNetwork(plan, commands, links, responders, bridges, nat, log);
    }

    /// Why this host cannot do what vmd was told; absent when it can.
    public Optional<String> refusal() {
        return nat.refusal(links).map(each -> "--nat: " + each);
    }

    /// The same work with commands and responders that are only noted.
    @Override
    public Rehearsal rehearse(Vm vm, List<String> own) throws NetworkException {
        Recorder recorder = new Recorder();
        Links imagined = new Links(links.root(), recorder.made(), Set.copyOf(own));
        Bridges played = bridges.on(recorder, imagined);
        LinuxNetwork network =
                new LinuxNetwork(plan, recorder, imagined, recorder, played, nat, Log.toNowhere());
        return recorder.of(network.lease(vm, (_, _) -> {}).attachments());
    }

    @Override
    public Leases lease(Vm vm, TapJournal journal) throws NetworkException {
        List<TapSettings> settings = TapSettings.of(vm, plan, bridges);
        ready(vm);
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

    private void ready(Vm vm) throws NetworkException {
        for (Interface each : vm.interfaces()) {
            Optional<Switch> joined = each.switchName().flatMap(plan::switchNamed);
            if (joined.isPresent()) {
                bridges.ready(joined.get());
            }
        }
    }

    private void connect(Vm vm, int index, TapSettings settings, TapJournal journal, Leases leases)
            throws NetworkException {
        String wanted = vm.interfaces().get(index).tap();
        String tap = taps.make(wanted, name -> journal.taking(index, name), leases);
        TapLease lease = held(index, tap, leases);
        wiring.connect(lease, settings);
        leases.attach(new Attachment.Tap(settings.link().lladdr(), tap));
    }

    private TapLease held(int index, String tap, Leases leases) {
        TapLease lease = new TapLease(index, tap);
        leases.hold(lease);
        leases.onClose(() -> wiring.disconnect(lease));
        return lease;
    }

    @Override
    public void adjust(Vm vm, Leases leases) throws NetworkException {
        List<TapSettings> settings = TapSettings.of(vm, plan, bridges);
        for (TapLease lease : leases.taps()) {
            if (lease.index() < settings.size()) {
                TapSettings wanted = settings.get(lease.index());
                if (!lease.settings().equals(Optional.of(wanted))) {
                    wiring.change(lease, wanted);
                }
            }
        }
    }

    @Override
    public List<Finding> examine() {
        return new NetworkExamination(plan, links, bridges, nat).findings();
    }

    @Override
    public List<Finding> examine(Vm vm) {
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < vm.interfaces().size(); index++) {
            try {
                TapSettings.of(vm, index, plan, bridges);
            } catch (NetworkException e) {
                findings.add(Finding.refusal("interface", e.getMessage()));
            }
        }
        return findings;
    }

    @Override
    public List<Difference> differences(Vm vm, List<String> devices, Leases leases) {
        List<Difference> differences = new ArrayList<>();
        int count = Math.min(devices.size(), vm.interfaces().size());
        for (int index = 0; index < count; index++) {
            Interface link = vm.interfaces().get(index);
            Optional<String> bridge =
                    link.switchName().flatMap(plan::switchNamed).map(Switch::bridge);
            differences.addAll(
                    new LinkDrift(
                                    links,
                                    vm.name(),
                                    devices.get(index),
                                    link,
                                    bridge,
                                    isAnswered(index, leases))
                            .differences());
        }
        return differences;
    }

    private static boolean isAnswered(int index, Leases leases) {
        return leases.taps().stream().anyMatch(each -> each.index() == index && each.isAnswered());
    }

    /// The first time it also forgets what a daemon left that was killed.
    @Override
    public void configure(Plan next) {
        plan = next;
        if (swept.compareAndSet(false, true)) {
            wiring.sweep();
        }
        bridges.follow(next, log);
        nat.follow(next, log);
    }

    @Override
    public void end(boolean guestsStay) {
        bridges.end(log);
        nat.end(guestsStay, log);
    }

    @Override
    public Leases restore(Vm vm, List<String> devices) {
        Leases leases = new Leases();
        int count = Math.min(devices.size(), vm.interfaces().size());
        for (int index = 0; index < count; index++) {
            String tap = devices.get(index);
            leases.onClose(() -> taps.remove(tap));
            leases.attach(new Attachment.Tap(vm.interfaces().get(index).lladdr(), tap));
            TapLease lease = held(index, tap, leases);
            try {
                wiring.answer(lease, vm.interfaces().get(index));
            } catch (NetworkException e) {
                log.warn("%s: interface %d: %s".formatted(vm.name(), index, e.getMessage()));
            }
        }
        return leases;
    }

    /// A tap without an alias was made a moment before the daemon died.
    @Override
    public void reclaim(Vm vm, List<String> devices) {
        for (int index = 0; index < devices.size(); index++) {
            String tap = devices.get(index);
            String alias = links.alias(tap);
            if (links.exists(tap)
                    && (alias.isEmpty() || alias.equals(TapSettings.alias(vm, index)))) {
                taps.remove(tap);
            }
        }
    }

    @Override
    public String describe() {
        return "taps";
    }
}
