package vmconf.compiler.vmd;

import java.util.List;

/// Everything that vmd has read, whether or not it could be registered, in reading order.
record Reading(
        List<Placed<VmSettings>> vms, List<Placed<SwitchSettings>> switches, Globals globals) {
    Reading {
        vms = List.copyOf(vms);
        switches = List.copyOf(switches);
    }
}
