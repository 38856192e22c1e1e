package vmconf.compiler.export.linux;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vmconf.compiler.export.Places;
import vmconf.plan.Disk;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What a plan takes of its host.
record HostNeeds(Plan plan) {

    /// A bridge to be made, for the switch that names it first in its routing domain.
    ///
    /// @param domain 0 is the host's own
    /// @param comment whose it is
    record Bridge(String name, int domain, boolean up, String comment) {}

    /// In the order of the file.
    List<Bridge> bridges() {
        Map<String, Bridge> bridges = new LinkedHashMap<>();
        for (int i = 0; i < plan.switches().size(); i++) {
            Switch each = plan.switches().get(i);
            if (each.enabled()) {
                int domain = each.rdomain().orElse(0);
                String comment =
                        "The bridge of switch \"%s\"%s"
                                .formatted(each.name(), Places.comment(plan, "/switches/" + i));
                bridges.putIfAbsent(
                        each.bridge() + " " + domain,
                        new Bridge(each.bridge(), domain, each.up(), comment));
            }
        }
        return List.copyOf(bridges.values());
    }

    /// Those in the host's own routing domain.
    List<Bridge> ownBridges() {
        return bridges().stream().filter(each -> each.domain() == 0).toList();
    }

    /// Numbers of routing domains other than the host's own.
    Set<Integer> domains() {
        Set<Integer> domains = new TreeSet<>();
        bridges().forEach(each -> domains.add(each.domain()));
        interfaces().forEach(each -> domains.add(domain(each)));
        domains.remove(0);
        return domains;
    }

    private Stream<Interface> interfaces() {
        return plan.vms().stream().flatMap(vm -> vm.interfaces().stream());
    }

    private static int domain(Interface link) {
        return link.rdomain().orElse(0);
    }

    /// Whether guests have addresses of which the host's own routing domain knows.
    boolean hasLocal() {
        return interfaces().anyMatch(each -> each.local().isPresent() && domain(each) == 0);
    }

    /// Groups in the host's own routing domain, each with the place that names it first.
    Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (int i = 0; i < plan.switches().size(); i++) {
            Switch each = plan.switches().get(i);
            if (each.enabled() && each.rdomain().orElse(0) == 0) {
                add(groups, each.group(), "/switches/" + i + "/group");
            }
        }
        for (int i = 0; i < plan.vms().size(); i++) {
            List<Interface> links = plan.vms().get(i).interfaces();
            for (int j = 0; j < links.size(); j++) {
                if (domain(links.get(j)) == 0) {
                    String pointer = "/vms/%d/interfaces/%d/group".formatted(i, j);
                    add(groups, links.get(j).group(), pointer);
                }
            }
        }
        return groups;
    }

    private void add(Map<String, String> groups, Optional<String> group, String pointer) {
        group.ifPresent(name -> groups.putIfAbsent(name, Places.comment(plan, pointer)));
    }

    /// Every file that a machine names.
    List<String> images() {
        Set<String> images = new LinkedHashSet<>();
        for (Vm vm : plan.vms()) {
            vm.disks().stream().map(Disk::path).forEach(images::add);
            vm.cdrom().ifPresent(images::add);
            vm.boot().image().ifPresent(images::add);
            vm.boot().efivars().ifPresent(images::add);
        }
        return new ArrayList<>(images);
    }
}
