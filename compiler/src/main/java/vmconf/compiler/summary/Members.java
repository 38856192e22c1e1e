package vmconf.compiler.summary;

import vmconf.plan.Vm;

/// Who joins a network, counted up VM by VM.
final class Members {
    private int last;
    private int vms;
    private int enabled;
    private int interfaces;

    /// Counts an interface; those of one VM come one after the other.
    void add(Vm vm) {
        interfaces++;
        if (vm.id() != last) {
            last = vm.id();
            vms++;
            enabled += vm.enabled() ? 1 : 0;
        }
    }

    /// How many VMs have an interface in it.
    int vms() {
        return vms;
    }

    /// How many of these are enabled.
    int enabled() {
        return enabled;
    }

    int interfaces() {
        return interfaces;
    }
}
