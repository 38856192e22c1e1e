package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Finding;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Mark;

/// Root's network: a tap per interface, bridges for switches, a /31 and DHCP for local ones.
public final class LinuxNetwork implements Network {
    private volatile Plan plan;
    private final Taps taps;
    private final Links links;
    private final Responders responders;
    private final Log log;

    private LinuxNetwork(
            Plan plan, Commands commands, Links links, Responders responders, Log log) {
        this.plan = plan;
        this.taps = new Taps(commands, links, log);
        this.links = links;
        this.responders = responders;
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
        for (int index = 0; index < vm.interfaces().size(); index++) {
            check(vm.interfaces().get(index), index);
        }
        Leases leases = new Leases();
        try {
            for (int index = 0; index < vm.interfaces().size(); index++) {
                connect(vm, index, journal, leases);
            }
            return leases;
        } catch (NetworkException e) {
            leases.close();
            throw e;
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
                check(vm.interfaces().get(index), index);
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
                                    leases.isAnswered(index))
                            .differences());
        }
        return differences;
    }

    @Override
    public void configure(Plan next) {
        plan = next;
    }

    @Override
    public Leases restore(Vm vm, List<String> devices) {
        Leases leases = new Leases();
        int count = Math.min(devices.size(), vm.interfaces().size());
        for (int index = 0; index < count; index++) {
            String tap = devices.get(index);
            leases.onClose(() -> taps.remove(tap));
            leases.attach(new Attachment.Tap(vm.interfaces().get(index).lladdr(), tap));
            try {
                if (vm.interfaces().get(index).local().isPresent()) {
                    answer(vm, index, tap, leases);
                }
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
            if (links.exists(tap) && (alias.isEmpty() || alias.equals(alias(vm, index)))) {
                taps.remove(tap);
            }
        }
    }

    @Override
    public String describe() {
        return "taps";
    }

    /// Refuses what cannot work before anything is made.
    private void check(Interface link, int index) throws NetworkException {
        if (link.rdomain().orElse(0) != 0) {
            throw new NetworkException(
                    "interface %d: rdomain %d is not supported on this host"
                            .formatted(index, link.rdomain().orElse(0)));
        }
        if (link.switchName().isPresent()) {
            bridge(link.switchName().get());
        } else if (link.lockedLladdr()) {
            throw new NetworkException(
                    "interface %d: locked lladdr needs a switch on this host".formatted(index));
        }
    }

    private String bridge(String name) throws NetworkException {
        Switch found =
                plan.switchNamed(name)
                        .orElseThrow(
                                () ->
                                        new NetworkException(
                                                "switch \"%s\" not found".formatted(name)));
        String bridge = found.bridge();
        if (!links.isBridge(bridge)) {
            throw new NetworkException(Links.noBridge(bridge, name));
        }
        return bridge;
    }

    private void connect(Vm vm, int index, TapJournal journal, Leases leases)
            throws NetworkException {
        Interface link = vm.interfaces().get(index);
        String tap = taps.make(link.tap(), name -> journal.taking(index, name), leases);
        taps.ip("link", "set", "dev", tap, "alias", alias(vm, index));
        Mark.TAP_NAMED.pass();
        if (link.switchName().isPresent()) {
            join(tap, link, bridge(link.switchName().get()));
        }
        if (link.local().isPresent()) {
            address(tap, link.local().get());
        }
        taps.ip("link", "set", "dev", tap, link.up() ? "up" : "down");
        Mark.TAP_UP.pass();
        if (link.local().isPresent()) {
            answer(vm, index, tap, leases);
        }
        link.group().ifPresent(group -> noGroup(tap, group));
        leases.attach(new Attachment.Tap(link.lladdr(), tap));
    }

    private static String alias(Vm vm, int index) {
        return "vm%d-if%d-%s".formatted(vm.id(), index, vm.name());
    }

    private void join(String tap, Interface link, String bridge) throws NetworkException {
        taps.ip("link", "set", "dev", tap, "master", bridge);
        if (link.lockedLladdr()) {
            taps.run("bridge", "link", "set", "dev", tap, "learning", "off", "locked", "on");
            taps.run("bridge", "fdb", "add", link.lladdr(), "dev", tap, "master", "static");
        }
    }

    private void address(String tap, LocalAddress local) throws NetworkException {
        taps.ip("addr", "add", local.host() + "/31", "dev", tap);
        if (local.hostInet6().isPresent()) {
            taps.ip("-6", "addr", "add", local.hostInet6().get() + "/96", "dev", tap);
        }
    }

    /// Starts the responder on interfaces that are up; it stops before the tap goes.
    private void answer(Vm vm, int index, String tap, Leases leases) throws NetworkException {
        Interface link = vm.interfaces().get(index);
        if (!link.up()) {
            return;
        }
        Offer offer = Offer.of(link.lladdr(), link.local().orElseThrow().dhcp());
        Responders.Answerer answerer = responders.start(index, tap, offer);
        leases.answeredBy(index, answerer::isAnswering);
        leases.onClose(answerer::close);
    }

    private void noGroup(String tap, String group) {
        log.info("%s: interface group \"%s\" is not set on this host".formatted(tap, group));
    }
}
