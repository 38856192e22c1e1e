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
    private final Log log;
    private final AtomicBoolean swept = new AtomicBoolean();

    private LinuxNetwork(
            Plan plan, Commands commands, Links links, Responders responders, Log log) {
        this.plan = plan;
        this.taps = new Taps(commands, links, log);
        this.links = links;
        this.wiring = new Wiring(commands, links, responders, log);
        this.log = log;
    }

    public static LinuxNetwork ofHost(Plan plan, Log log) {
        return on(plan, new HostCommands(), Links.OF_HOST, log);
    }

    static LinuxNetwork with(Plan plan, Commands commands, Links links) {
        return on(plan, commands, links, Log.toNowhere());
    }

    private static LinuxNetwork on(Plan plan, Commands commands, Links links, Log log) {
        Responders responders =
                (_, tap, offer) -> Responder.start(links.index(tap), links.mac(tap), offer);
        return new LinuxNetwork(plan, commands, links, responders, log);
    }

    /// The same work with commands and responders that are only noted.
    @Override
    public Rehearsal rehearse(Vm vm, List<String> own) throws NetworkException {
        Recorder recorder = new Recorder();
        Links imagined = new Links(links.root(), recorder.taps(), Set.copyOf(own));
        LinuxNetwork played = new LinuxNetwork(plan, recorder, imagined, recorder, Log.toNowhere());
        return recorder.of(played.lease(vm, (_, _) -> {}).attachments());
    }

    @Override
    public Leases lease(Vm vm, TapJournal journal) throws NetworkException {
        List<TapSettings> settings = TapSettings.of(vm, plan, links);
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
        List<TapSettings> settings = TapSettings.of(vm, plan, links);
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
        return new NetworkExamination(plan, links).findings();
    }

    @Override
    public List<Finding> examine(Vm vm) {
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < vm.interfaces().size(); index++) {
            try {
                TapSettings.of(vm, index, plan, links);
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
