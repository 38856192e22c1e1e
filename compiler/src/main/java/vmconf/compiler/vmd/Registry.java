package vmconf.compiler.vmd;

import java.util.List;

/// The VMs and switches that exist once vmd has loaded a file, in the order of their numbers.
record Registry(List<Vm> vms, List<Switch> switches) {
    static final Registry EMPTY = new Registry(List.of(), List.of());

    Registry {
        vms = List.copyOf(vms);
        switches = List.copyOf(switches);
    }

    /// @param id from 1
    /// @param settings with all defaults filled in and everything inherited
    record Vm(int id, VmSettings settings) {}

    /// @param id from 1
    record Switch(int id, SwitchSettings settings) {}
}
