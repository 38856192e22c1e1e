package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vmconf.compiler.expand.Blocks;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;

/// Which interface joins which enabled switch of the file.
final class Joins {
    /// @param above the switch is defined above the VM, so vmd knows it when it reads the VM
    record Join(
            Directive.Vm vm,
            Directive.Interface nic,
            Directive.InterfaceSwitch option,
            Directive.Switch to,
            boolean above) {}

    private final Switches switches;
    private final Map<String, Directive.Switch> above = new HashMap<>();
    private final List<Join> joins = new ArrayList<>();

    private Joins(Switches switches) {
        this.switches = switches;
    }

    /// All of them, in reading order.
    static List<Join> of(Config config) {
        Joins joins = new Joins(Switches.of(config));
        for (Directive statement : config.statements()) {
            if (statement instanceof Directive.Switch each && Blocks.enabled(each.options())) {
                joins.above.putIfAbsent(each.name().text(), each);
            } else if (statement instanceof Directive.Vm vm) {
                joins.add(vm);
            }
        }
        return joins.joins;
    }

    private void add(Directive.Vm vm) {
        for (Directive.InVm option : vm.options()) {
            if (option instanceof Directive.Interface nic) {
                Blocks.last(nic.options(), Directive.InterfaceSwitch.class)
                        .filter(join -> join.name().known())
                        .ifPresent(join -> add(vm, nic, join));
            }
        }
    }

    private void add(Directive.Vm vm, Directive.Interface nic, Directive.InterfaceSwitch option) {
        Directive.Switch known = above.get(option.name().text());
        if (known != null) {
            joins.add(new Join(vm, nic, option, known, true));
        } else {
            switches.named(option.name().text())
                    .filter(each -> Blocks.enabled(each.options()))
                    .ifPresent(each -> joins.add(new Join(vm, nic, option, each, false)));
        }
    }
}
