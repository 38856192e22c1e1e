package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.host.Difference;
import vmconf.runtime.host.Finding;

/// What can be done without any rights: local interfaces by the hypervisor's user-mode network.
public final class UserNetwork implements Network {
    @Override
    public Leases lease(Vm vm, TapJournal journal) throws NetworkException {
        Leases leases = new Leases();
        for (int index = 0; index < vm.interfaces().size(); index++) {
            leases.attach(attach(vm.interfaces().get(index), index));
        }
        return leases;
    }

    @Override
    public Rehearsal rehearse(Vm vm, List<String> own) throws NetworkException {
        List<Attachment> attachments = lease(vm, (_, _) -> {}).attachments();
        List<Rehearsal.Told> answers = new ArrayList<>();
        for (int index = 0; index < attachments.size(); index++) {
            if (attachments.get(index) instanceof Attachment.UserMode(String mac, var local)) {
                answers.add(new Rehearsal.Told(index, true, mac, qemuAnswer(local)));
            }
        }
        return new Rehearsal(List.of(), attachments, answers);
    }

    @Override
    public List<Finding> examine() {
        return List.of(
                Finding.note("network", "user-mode: only root can make taps and join switches"));
    }

    @Override
    public List<Finding> examine(Vm vm) {
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < vm.interfaces().size(); index++) {
            try {
                attach(vm.interfaces().get(index), index);
            } catch (NetworkException e) {
                findings.add(Finding.refusal("interface", e.getMessage()));
            }
        }
        return findings;
    }

    /// QEMU's network cannot be a /31, and leases for a day.
    private static DhcpAnswer qemuAnswer(LocalAddress local) {
        String host = local.host();
        return new DhcpAnswer(
                local.guest(),
                "255.255.255.0",
                host,
                host.substring(0, host.lastIndexOf('.')) + ".254",
                host,
                86_400,
                Optional.empty(),
                Optional.empty());
    }

    private static Attachment attach(Interface link, int index) throws NetworkException {
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
        return attachment(link);
    }

    private static Attachment attachment(Interface link) {
        return link.local()
                .<Attachment>map(local -> new Attachment.UserMode(link.lladdr(), local))
                .orElseGet(() -> new Attachment.Unplugged(link.lladdr()));
    }

    /// A guest's own network has no bridge, group or lock.
    @Override
    public void adjust(Vm vm, Leases leases) throws NetworkException {
        for (int index = 0; index < vm.interfaces().size(); index++) {
            attach(vm.interfaces().get(index), index);
        }
    }

    /// What QEMU has within itself nobody else changes.
    @Override
    public List<Difference> differences(Vm vm, List<String> taps, Leases leases) {
        return List.of();
    }

    /// Nothing here joins a switch.
    @Override
    public void configure(Plan plan) {}

    /// The guest's process has its network within.
    @Override
    public Leases restore(Vm vm, List<String> taps) {
        Leases leases = new Leases();
        for (Interface link : vm.interfaces()) {
            leases.attach(attachment(link));
        }
        return leases;
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
