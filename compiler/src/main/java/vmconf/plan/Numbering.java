package vmconf.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives the VMs of a plan the numbers by which they are known already, so that adding a VM on top
/// of a file does not move the numbers and addresses of those below it.
public final class Numbering {
    private static final int OCTETS = 4;

    private final Plan plan;
    private final Set<Integer> taken;

    /// Where to look on from a number that is taken; where it says nothing, at the next.
    private final Map<Integer, Integer> beyond = new HashMap<>();

    private final long prefix;
    private final int length;

    private Numbering(Plan plan, Map<String, Integer> known) {
        this.plan = plan;
        this.taken = new HashSet<>(known.values());
        String[] network = plan.local().prefix().split("/");
        this.prefix = address(network[0]);
        this.length = network.length > 1 ? Integer.parseInt(network[1]) : 16;
    }

    /// The plan with the numbers that are known; others stay as they are where they are free, and
    /// else take the next one that is.
    ///
    /// @param known numbers by name, also of VMs that the plan does not have; no two alike
    /// @throws PlanException when the local network has no room for a number
    public static Plan keep(Plan plan, Map<String, Integer> known) throws PlanException {
        Numbering numbering = new Numbering(plan, known);
        List<Vm> vms = new ArrayList<>();
        for (Vm vm : plan.vms()) {
            Integer id = known.get(vm.name());
            vms.add(numbering.numbered(vm, id == null ? numbering.free(vm.id()) : id));
        }
        return plan.with(plan.local(), vms);
    }

    /// The addresses of a local interface in the network of a plan.
    ///
    /// @param index number of the interface among all of its VM, from 0
    /// @throws PlanException when the network has no room for that number
    public static LocalAddress local(Plan plan, int id, int index) throws PlanException {
        Numbering numbering = new Numbering(plan, Map.of());
        numbering.checkRoom("vm", id);
        long host = numbering.host(id, index);
        String gateway = dotted(host);
        String guest = dotted(host + 1);
        return new LocalAddress(
                gateway,
                guest,
                plan.local().inet6Prefix().map(each -> LocalInet6.host(each, guest)),
                DhcpAnswer.to(guest, gateway));
    }

    /// A VM under a number, with the addresses that it has in the network of a plan.
    ///
    /// @throws PlanException when the network has no room for that number
    public static Vm at(Plan plan, Vm vm, int id) throws PlanException {
        return new Numbering(plan, Map.of()).numbered(vm, id);
    }

    private int free(int wanted) {
        int id = wanted;
        while (taken.contains(id)) {
            id = beyond(id);
        }
        taken.add(id);
        shorten(wanted, id);
        return id;
    }

    private int beyond(int id) {
        return beyond.getOrDefault(id, id + 1);
    }

    /// The same way is not gone twice: many VMs at once may find the numbers they want taken.
    private void shorten(int from, int found) {
        int id = from;
        while (id != found) {
            int next = beyond(id);
            beyond.put(id, found + 1);
            id = next;
        }
    }

    private Vm numbered(Vm vm, int id) throws PlanException {
        if (vm.id() == id) {
            return vm;
        }
        List<Interface> interfaces = new ArrayList<>();
        for (int index = 0; index < vm.interfaces().size(); index++) {
            interfaces.add(numbered(vm, vm.interfaces().get(index), id, index));
        }
        return vm.numbered(id, interfaces);
    }

    private Interface numbered(Vm vm, Interface nic, int id, int index) throws PlanException {
        if (nic.local().isEmpty()) {
            return nic;
        }
        checkRoom("vm \"" + vm.name() + "\"", id);
        return nic.with(moved(vm, nic.local().get(), id, index));
    }

    private void checkRoom(String whose, int id) throws PlanException {
        int free = 32 - length - 8;
        if (free <= 0 || id >= 1L << free) {
            throw new PlanException(
                    "%s: the network %s has no address for number %d"
                            .formatted(whose, plan.local().prefix(), id));
        }
    }

    /// The formula of `vmd-runtime` section 11.
    private long host(int id, int index) {
        return prefix | (long) id << 8 | (index + 1) * 2L;
    }

    /// The last half of the IPv6 address has the guest's IPv4 address in it.
    private LocalAddress moved(Vm vm, LocalAddress old, int id, int index) {
        long host = host(id, index);
        String gateway = dotted(host);
        String guest = dotted(host + 1);
        DhcpAnswer answer = DhcpAnswer.to(guest, gateway);
        return new LocalAddress(
                gateway,
                guest,
                old.hostInet6().map(each -> moved(each, old.guest(), host + 1)),
                old.dhcp().bootFile().isPresent() ? answer.forNetBoot(vm.name()) : answer);
    }

    private static String moved(String inet6, String oldGuest, long guest) {
        long old = address(oldGuest);
        return inet6.replace(
                "%x:%x:".formatted(old >>> 16, old & 0xffff),
                "%x:%x:".formatted(guest >>> 16, guest & 0xffff));
    }

    private static long address(String dotted) {
        long address = 0;
        String[] parts = dotted.split("\\.");
        for (int i = 0; i < OCTETS; i++) {
            address = address << 8 | (i < parts.length ? Long.parseLong(parts[i]) & 0xff : 0);
        }
        return address;
    }

    private static String dotted(long address) {
        return "%d.%d.%d.%d"
                .formatted(
                        address >>> 24 & 0xff,
                        address >>> 16 & 0xff,
                        address >>> 8 & 0xff,
                        address & 0xff);
    }
}
