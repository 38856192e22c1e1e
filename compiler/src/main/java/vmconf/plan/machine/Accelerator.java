package vmconf.plan.machine;

import java.util.Locale;

/// What executes a guest's instructions.
public enum Accelerator {
    /// the processor
    KVM,
    /// QEMU's translator: slow, works everywhere
    TCG,
    ;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
