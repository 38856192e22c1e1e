package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;
import vmconf.runtime.host.Log;

/// Routing domains and the bridges in them, the host's own domain among them.
///
/// @param bridges of the host's own network namespace
record Routing(ChosenDomains domains, Bridges bridges) {
    Routing on(Recorder recorder, Links imagined) {
        return new Routing(domains.on(recorder, imagined), bridges.on(recorder, imagined));
    }

    /// Refuses what an interface cannot be connected to.
    ///
    /// @param index of the interface
    /// @param domain of the interface
    /// @param joined its switch
    /// @param plan with all switches
    void check(int index, int domain, Optional<Switch> joined, Plan plan) throws NetworkException {
        Optional<String> refusal = refusal(domain);
        if (refusal.isPresent()) {
            throw new NetworkException("interface %d: %s".formatted(index, refusal.get()));
        }
        if (joined.isPresent()) {
            Switch of = joined.get();
            if (Bridges.domain(of) != domain) {
                throw new NetworkException(
                        "interface %d is in rdomain %d, and its switch \"%s\" in %d; give both the same"
                                .formatted(index, domain, of.name(), Bridges.domain(of)));
            }
            check(of, plan);
        }
    }

    /// Why nothing can be in a domain; absent when something can.
    Optional<String> refusal(int domain) {
        if (domain == 0 || domains.isThere(domain)) {
            return Optional.empty();
        }
        return domains.refusal().map(each -> "rdomain %d: %s".formatted(domain, each));
    }

    private void check(Switch each, Plan plan) throws NetworkException {
        Optional<String> clash = clash(each, plan);
        if (clash.isPresent()) {
            throw new NetworkException(clash.get());
        }
        int domain = Bridges.domain(each);
        domains.in(
                domain,
                () -> {
                    Optional<String> refusal = bridgeRefusal(each);
                    if (refusal.isPresent()) {
                        throw new NetworkException(refusal.get());
                    }
                });
    }

    /// Why a switch cannot be joined, to be asked where its bridge is; absent when it can.
    Optional<String> bridgeRefusal(Switch each) {
        int domain = Bridges.domain(each);
        String ip = domains.isElsewhere(domain) ? "ip -n " + Domains.name(domain) : "ip";
        return in(domain).refusal(each, domains.device(domain), ip);
    }

    /// A bridge can only be in one domain, unless each has bridges of its own: the first switch has
    /// it.
    private Optional<String> clash(Switch each, Plan plan) {
        for (Switch other : plan.switches()) {
            if (other.name().equals(each.name())) {
                break;
            }
            if (other.enabled() && other.bridge().equals(each.bridge()) && isDivided(other, each)) {
                return Optional.of(
                        "switches \"%s\" and \"%s\" have the same bridge \"%s\" in rdomains %d and %d; give each its own, or run vmd with --rdomain=netns"
                                .formatted(
                                        other.name(),
                                        each.name(),
                                        each.bridge(),
                                        Bridges.domain(other),
                                        Bridges.domain(each)));
            }
        }
        return Optional.empty();
    }

    private boolean isDivided(Switch one, Switch other) {
        return Bridges.domain(one) != Bridges.domain(other) && isHere(one) && isHere(other);
    }

    private boolean isHere(Switch each) {
        return !domains.isElsewhere(Bridges.domain(each));
    }

    /// Bridges of other network namespaces go with them.
    private Bridges in(int domain) {
        return domains.isElsewhere(domain) ? bridges.ofDomains() : bridges;
    }

    /// Makes what a VM's interfaces need and the host does not have any more, and takes bridges up
    /// or down.
    void ready(Vm vm, Plan plan) throws NetworkException {
        for (Interface each : vm.interfaces()) {
            if (!domains.isElsewhere(TapSettings.domain(each))) {
                domains.make(TapSettings.domain(each));
            }
        }
        List<Switch> joined =
                vm.interfaces().stream()
                        .flatMap(each -> each.switchName().stream())
                        .distinct()
                        .flatMap(each -> plan.switchNamed(each).stream())
                        .toList();
        for (Switch each : joined) {
            ready(each);
        }
    }

    private void ready(Switch each) throws NetworkException {
        int domain = Bridges.domain(each);
        domains.in(domain, () -> in(domain).ready(each, domains.device(domain)));
    }

    /// Readies everything for a plan, and removes what was made here that it does not name.
    void follow(Plan plan, Log log) {
        List<Integer> numbers = numbers(plan);
        tried(log, () -> domains.keepOnly(numbers));
        for (int each : numbers) {
            if (refusal(each).isEmpty()) {
                tried(log, () -> domains.make(each));
            }
        }
        Set<String> wanted = new HashSet<>();
        for (Switch each : plan.switches()) {
            if (each.enabled() && refusal(Bridges.domain(each)).isEmpty()) {
                tried(log, () -> ready(each, plan));
                if (isHere(each)) {
                    wanted.add(each.bridge());
                }
            }
        }
        keepOnly(wanted, numbers, log);
    }

    private void ready(Switch each, Plan plan) throws NetworkException {
        Optional<String> clash = clash(each, plan);
        if (clash.isPresent()) {
            throw new NetworkException(clash.get());
        }
        ready(each);
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
        keepOnly(Set.of(), List.of(), log);
    }

    /// A domain that its bridges have left may go, too.
    private void keepOnly(Set<String> names, List<Integer> numbers, Log log) {
        tried(log, () -> bridges.keepOnly(names));
        tried(log, () -> domains.keepOnly(numbers));
    }

    private static void tried(Log log, Domains.Step step) {
        try {
            step.run();
        } catch (NetworkException e) {
            log.warn("switches and routing domains: " + e.getMessage());
        }
    }
}
