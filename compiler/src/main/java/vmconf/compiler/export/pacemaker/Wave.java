package vmconf.compiler.export.pacemaker;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vmconf.plan.Plan;
import vmconf.plan.Start;
import vmconf.plan.Vm;

/// Machines that start together.
///
/// @param number from 1
record Wave(int number, List<Vm> vms) {
    Wave {
        vms = List.copyOf(vms);
    }

    /// In their order; none where the file does not say how many start at once.
    static List<Wave> of(Plan plan) {
        TreeMap<Integer, List<Vm>> waves = new TreeMap<>();
        for (Vm vm : plan.vms()) {
            vm.start()
                    .flatMap(Start::wave)
                    .ifPresent(each -> waves.computeIfAbsent(each, _ -> new ArrayList<>()).add(vm));
        }
        return waves.entrySet().stream()
                .map(each -> new Wave(each.getKey(), each.getValue()))
                .toList();
    }
}
