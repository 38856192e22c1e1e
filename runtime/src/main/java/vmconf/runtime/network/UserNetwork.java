package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.List;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.plan.machine.Attachment;
import vmconf.plan.machine.Forward;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Finding;

/// What can be done without any rights: local interfaces by the hypervisor's user-mode network.
public final class UserNetwork implements Network {
    private final List<Forward> forwards;
    private volatile Plan plan;

    /// @param forwards ports of the host, for any VM
    public UserNetwork(Plan plan, List<Forward> forwards) {
        this.plan = plan;
        this.forwards = List.copyOf(forwards);
    }

    @Override
    public Leases lease(Vm vm, TapJournal journal) throws NetworkException {
        for (int index = 0; index < vm.interfaces().size(); index++) {
            check(vm.interfaces().get(index), index);
        }
        if (!of(vm).isEmpty() && vm.interfaces().stream().noneMatch(UserNetwork::isConnected)) {
            throw new NetworkException(
                    "--forward %s: the vm has no local interface that is up"
                            .formatted(of(vm).getFirst()));
        }
        return leases(vm);
    }

    private List<Forward> of(Vm vm) {
        return forwards.stream().filter(each -> each.vm().equals(vm.name())).toList();
    }

    private static boolean isConnected(Interface link) {
        return link.up() && link.local().isPresent();
    }

    /// Ports of the host lead to the first interface that is connected.
    private Leases leases(Vm vm) {
        List<Forward> left = of(vm);
        Leases leases = new Leases();
        for (Interface link : vm.interfaces()) {
            leases.attach(Attachment.withoutRights(link, left));
            left = isConnected(link) ? List.of() : left;
        }
        return leases;
    }

    @Override
    public Rehearsal rehearse(Vm vm, List<String> own) throws NetworkException {
        List<Attachment> attachments = lease(vm, (_, _) -> {}).attachments();
        List<Rehearsal.Told> answers = new ArrayList<>();
        for (int index = 0; index < attachments.size(); index++) {
            if (attachments.get(index) instanceof Attachment.UserMode user) {
                answers.add(new Rehearsal.Told(index, true, user.mac(), user.answer()));
            }
        }
        return new Rehearsal(List.of(), attachments, answers);
    }

    @Override
    public List<String> links(Vm vm) {
        return vm.interfaces().stream()
                .map(each -> Attachment.withoutRights(each, List.of()).kind())
                .toList();
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.note("network", "user-mode: only root can make taps and join switches"));
        for (Forward each : forwards) {
            if (plan.vmNamed(each.vm()).isEmpty()) {
                findings.add(Finding.note("network", "--forward %s: no such vm".formatted(each)));
            }
        }
        return findings;
    }

    @Override
    public List<Finding> examine(Vm vm) {
        try {
            lease(vm, (_, _) -> {});
            return List.of();
        } catch (NetworkException e) {
            return List.of(Finding.refusal("interface", e.getMessage()));
        }
    }

    private static void check(Interface link, int index) throws NetworkException {
        if (link.switchName().isPresent()) {
            throw new NetworkException(
                    "interface %d joins switch \"%s\": only root can add to a bridge; run vmd as root"
                            .formatted(index, link.switchName().get()));
        }
        if (!link.tap().equals("tap")) {
            throw new NetworkException(
                    "interface %d is \"%s\": only root can make a tap; run vmd as root"
                            .formatted(index, link.tap()));
        }
    }

    /// A guest's own network has no bridge, group or lock, and its cables are plugged in when it
    /// starts.
    @Override
    public void adjust(Vm vm, Leases leases) throws NetworkException {
        List<Attachment> had = leases.attachments();
        for (int index = 0; index < vm.interfaces().size(); index++) {
            Interface link = vm.interfaces().get(index);
            check(link, index);
            String wanted = Attachment.withoutRights(link, List.of()).kind();
            if (index < had.size() && !had.get(index).kind().equals(wanted)) {
                throw new NetworkException(
                        "interface %d: up and down take a restart with user-mode network"
                                .formatted(index));
            }
        }
    }

    /// What QEMU has within itself nobody else changes.
    @Override
    public List<Difference> differences(Vm vm, List<String> taps, Leases leases) {
        return List.of();
    }

    @Override
    public void configure(Plan next) {
        plan = next;
    }

    /// The guest's process has its network within.
    @Override
    public Leases restore(Vm vm, List<String> taps) {
        return leases(vm);
    }

    /// Nothing of ours outlives the hypervisor.
    @Override
    public void reclaim(Vm vm, List<String> taps) {}

    /// Nothing of the host is changed.
    @Override
    public void end(boolean guestsStay) {}

    @Override
    public String describe() {
        return "user-mode network (not root)";
    }
}
