package vmconf.compiler.expand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Feature;
import vmconf.compiler.syntax.Word;

/// A `vm PARENT instance NAME` whose parent is defined above it.
public record Instance(Directive.Vm vm, Directive.Vm parent) {

    /// All of them, in reading order. An unnamed parent makes no instance, as in vmd.
    static List<Instance> all(List<Directive.Vm> vms, Target target) {
        boolean none = true;
        for (Directive.Vm vm : vms) {
            none &= vm.parent().isEmpty();
        }
        if (none || !target.has(Feature.VM_INSTANCE)) {
            return List.of();
        }
        Map<String, Directive.Vm> above = new HashMap<>();
        List<Instance> instances = new ArrayList<>();
        for (Directive.Vm vm : vms) {
            Optional<Directive.Vm> parent =
                    vm.parent().map(Word::text).filter(name -> !name.isEmpty()).map(above::get);
            parent.ifPresent(found -> instances.add(new Instance(vm, found)));
            above.putIfAbsent(vm.name().text(), vm);
        }
        return List.copyOf(instances);
    }
}
