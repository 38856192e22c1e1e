package vmconf.runtime.supervise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.host.Mark;

/// Makes the roster of a generation: supervisors that are there look after the VMs of the new plan,
/// others come, and those whose VM is not in it go, or leave when their guest has ended.
///
/// @param next the generation
/// @param numbers of all VMs by name, with its own
record Succession(Generation next, Map<String, Integer> numbers, Ports ports) {

    /// The roster of a daemon's first generation.
    ///
    /// @param legacies what an earlier daemon left, by the VM's name
    Roster from(Map<String, Legacy> legacies) {
        Plan plan = next.plan();
        List<Supervisor> known = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Vm vm : plan.vms()) {
            names.add(vm.name());
            Legacy legacy = legacies.get(vm.name());
            known.add(legacy == null ? Supervisor.of(vm, ports) : Supervisor.of(vm, ports, legacy));
        }
        List<Supervisor> others = new ArrayList<>();
        for (Legacy legacy : legacies.values()) {
            if (legacy instanceof Legacy.Running && !names.contains(legacy.vm().name())) {
                others.add(Supervisor.of(legacy.vm(), ports, legacy));
            }
        }
        return roster(known, others.stream());
    }

    /// The roster that takes the place of another.
    Roster from(Roster before) {
        List<Supervisor> known = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Vm vm : next.plan().vms()) {
            names.add(vm.name());
            known.add(
                    before.named(vm.name())
                            .filter(each -> join(each.define(vm)))
                            .orElseGet(() -> Supervisor.of(vm, ports)));
            Mark.VM_DEFINED.pass();
        }
        return roster(known, before.all().filter(each -> !names.contains(each.vm().name())));
    }

    /// @param others are dismissed
    private Roster roster(List<Supervisor> known, Stream<Supervisor> others) {
        List<Supervisor> leaving = others.filter(each -> join(each.dismiss())).toList();
        return new Roster(next, Supervisors.of(known), Supervisors.of(leaving), numbers);
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
