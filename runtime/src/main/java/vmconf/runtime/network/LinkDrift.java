package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.plan.Switch;
import vmconf.runtime.host.Difference;

/// Compares one interface of a VM with its tap.
///
/// @param joined the switch that it joins
/// @param device of its routing domain; absent: it is there by itself
/// @param answered somebody answers the guest's DHCP
record LinkDrift(
        Links links,
        String vm,
        String tap,
        Interface link,
        Optional<Switch> joined,
        Optional<String> device,
        boolean answered) {
    private static final String NONE = "none";

    List<Difference> differences() {
        if (!links.exists(tap)) {
            return List.of(gone());
        }
        List<Difference> differences = new ArrayList<>();
        joined(differences);
        locked(differences);
        grouped(differences);
        boolean up = links.isUp(tap);
        if (up != link.up()) {
            String word = link.up() ? "up" : "down";
            differences.add(
                    new Difference(
                            tap, word, up ? "up" : "down", "ip link set dev " + tap + " " + word));
        }
        addressed(differences);
        if (link.local().isPresent() && link.up() && !answered) {
            differences.add(new Difference(tap + " DHCP", "answered", "not answered", again()));
        }
        return differences;
    }

    Difference gone() {
        return new Difference(tap, "there", "gone", again());
    }

    private String again() {
        return "vmctl stop -w %1$s && vmctl start %1$s".formatted(vm);
    }

    /// A link is in the group of its interface, else in that of its switch.
    private void grouped(List<Difference> differences) {
        Optional<String> group = link.group().or(() -> joined.flatMap(Switch::group));
        long planned = Groups.number(group, Groups.NAMES);
        try {
            long found = links.group(tap);
            if (found != planned) {
                String fix = "ip link set dev %s group %d".formatted(tap, planned);
                differences.add(
                        new Difference(tap + " group", group.orElse(NONE), "" + found, fix));
            }
        } catch (NetworkException e) {
            // it goes
        }
    }

    private void locked(List<Difference> differences) {
        if (link.lockedLladdr() && links.isLearning(tap)) {
            String fix = "bridge link set dev %s learning off locked on flood off".formatted(tap);
            differences.add(new Difference(tap + " lladdr", "locked", "not locked", fix));
        }
    }

    /// A port of a bridge is in the routing domain of its bridge.
    private void joined(List<Difference> differences) {
        Optional<String> bridge = joined.map(Switch::bridge);
        if (bridge.isPresent()) {
            within(tap, "bridge", bridge, differences);
            if (device.isPresent()) {
                within(bridge.get(), "rdomain", device, differences);
            }
        } else {
            within(tap, device.isPresent() ? "rdomain" : "bridge", device, differences);
        }
    }

    private void within(
            String inner, String what, Optional<String> planned, List<Difference> differences) {
        Optional<String> found = links.master(inner);
        if (!found.equals(planned)) {
            String fix = planned.map(each -> "master " + each).orElse("nomaster");
            differences.add(
                    new Difference(
                            inner + " " + what,
                            planned.orElse(NONE),
                            found.orElse(NONE),
                            "ip link set dev %s %s".formatted(inner, fix)));
        }
    }

    private void addressed(List<Difference> differences) {
        Set<String> planned = new TreeSet<>();
        link.local().ifPresent(local -> planned.add(local.host() + "/31"));
        link.local()
                .flatMap(LocalAddress::hostInet6)
                .ifPresent(inet6 -> planned.add(Links.sameForm(inet6) + "/96"));
        Set<String> found = links.addresses(tap);
        for (String each : planned) {
            if (!found.contains(each)) {
                differences.add(
                        new Difference(
                                tap + " address",
                                each,
                                NONE,
                                "ip addr add " + each + " dev " + tap));
            }
        }
        for (String each : found) {
            if (!planned.contains(each)) {
                differences.add(
                        new Difference(
                                tap + " address",
                                NONE,
                                each,
                                "ip addr del " + each + " dev " + tap));
            }
        }
    }
}
