package vmconf.runtime.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What the host's end of one interface is to be (`vmd-runtime` section 11).
///
/// @param alias what it is called on the host, `vmN-ifM-NAME`
/// @param bridge that it is a port of
/// @param device of its routing domain; absent: it is there by itself
/// @param groups first that of the interface, then that of its switch
record TapSettings(
        String alias,
        Interface link,
        Optional<String> bridge,
        Optional<String> device,
        List<String> groups) {
    TapSettings {
        groups = List.copyOf(groups);
    }

    /// Of every interface of a VM.
    ///
    /// @throws NetworkException when this host cannot do it; then nothing should be made
    static List<TapSettings> of(Vm vm, Plan plan, Routing routing) throws NetworkException {
        List<TapSettings> all = new ArrayList<>();
        for (int index = 0; index < vm.interfaces().size(); index++) {
            all.add(of(vm, index, plan, routing));
        }
        return all;
    }

    static TapSettings of(Vm vm, int index, Plan plan, Routing routing) throws NetworkException {
        Interface link = vm.interfaces().get(index);
        Optional<Switch> joined = joined(link, plan);
        routing.check(index, domain(link), joined, plan);
        return new TapSettings(
                alias(vm, index),
                link,
                joined.map(Switch::bridge),
                routing.domains().device(domain(link)),
                Stream.concat(link.group().stream(), joined.flatMap(Switch::group).stream())
                        .distinct()
                        .toList());
    }

    private static Optional<Switch> joined(Interface link, Plan plan) throws NetworkException {
        if (link.switchName().isEmpty()) {
            return Optional.empty();
        }
        String name = link.switchName().get();
        return Optional.of(
                plan.switchNamed(name)
                        .orElseThrow(
                                () ->
                                        new NetworkException(
                                                "switch \"%s\" not found".formatted(name))));
    }

    /// What it is put into: its bridge, which is in the domain itself, or the domain's device.
    Optional<String> master() {
        return bridge.or(() -> device);
    }

    /// The number of its routing domain; 0 is the host's own.
    int domain() {
        return domain(link);
    }

    static int domain(Interface link) {
        return link.rdomain().orElse(0);
    }

    /// The guest may send from its own address only.
    boolean isLocked() {
        return link.lockedLladdr();
    }

    static String alias(Vm vm, int index) {
        return "vm%d-if%d-%s".formatted(vm.id(), index, vm.name());
    }
}
