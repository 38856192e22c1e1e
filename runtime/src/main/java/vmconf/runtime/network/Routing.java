package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.runtime.host.Log;

/// Routing domains and the bridges in them, the host's own domain among them.
///
/// @param bridges of the host's own domain
record Routing(Domains domains, Bridges bridges) {
    /// Refuses what an interface cannot be connected to.
    ///
    /// @param index of the interface
    /// @param domain of the interface
    /// @param joined its switch
    void check(int index, int domain, Optional<Switch> joined) throws NetworkException {
        if (domain != 0 && !domains.areThere()) {
            throw new NetworkException(
                    "interface %1$d: rdomain %2$d takes a network namespace; run vmd with --rdomain=netns"
                            .formatted(index, domain));
        }
        if (joined.isPresent()) {
            Switch of = joined.get();
            if (Bridges.domain(of) != domain) {
                throw new NetworkException(
                        "interface %d is in rdomain %d, and its switch \"%s\" in %d; give both the same"
                                .formatted(index, domain, of.name(), Bridges.domain(of)));
            }
            domains.in(domain, () -> in(domain).check(of));
        }
    }

    /// Bridges of other domains go with them.
    private Bridges in(int domain) {
        return domain == 0 ? bridges : bridges.ofDomains();
    }

    /// Makes the bridge of a switch where that is to be done, and takes it up or down.
    void ready(Switch each) throws NetworkException {
        int domain = Bridges.domain(each);
        domains.in(domain, () -> in(domain).ready(each));
    }

    /// Readies everything for a plan, and removes what was made here that it does not name.
    void follow(Plan plan, Log log) {
        bridges.follow(plan, log);
        try {
            domains.follow(numbers(plan));
            for (Switch each : plan.switches()) {
                if (each.enabled() && Bridges.domain(each) != 0 && domains.areThere()) {
                    ready(each);
                }
            }
        } catch (NetworkException e) {
            log.warn("rdomain: " + e.getMessage());
        }
    }

    private static List<Integer> numbers(Plan plan) {
        List<Integer> numbers = new ArrayList<>();
        Stream.concat(
                        plan.switches().stream().filter(Switch::enabled).map(Bridges::domain),
                        plan.vms().stream()
                                .flatMap(vm -> vm.interfaces().stream())
                                .map(TapSettings::domain))
                .filter(each -> each != 0)
                .distinct()
                .forEach(numbers::add);
        return numbers;
    }

    /// Removes what was made here and is not in use.
    void end(Log log) {
        bridges.end(log);
        try {
            domains.follow(List.of());
        } catch (NetworkException e) {
            log.warn("rdomain: " + e.getMessage());
        }
    }
}
