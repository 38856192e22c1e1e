package vmconf.runtime.control;

import java.util.Optional;
import vmconf.plan.InstanceFlag;
import vmconf.plan.Vm;
import vmconf.runtime.protocol.StartOptions;

/// What a user may change in an instance of a VM (`vmd-runtime` section 10). Root may do all.
record InstanceRights(Vm parent, Peer peer) {

    /// Why the instance is refused; absent when it is allowed.
    Optional<String> refusal(StartOptions options) {
        if (peer.mayDoAll()) {
            return Optional.empty();
        }
        if (parent.allowInstance().owner().filter(peer::isOrBelongsTo).isEmpty()) {
            return Optional.of("no permission to create vm instance");
        }
        return lacks(InstanceFlag.MEMORY, differs(options.memory(), parent.memory()), "memory")
                .or(() -> differs(options.cpus(), parent.cpus()) ? no("cpus") : Optional.empty())
                .or(() -> lacks(InstanceFlag.DISK, !options.disks().isEmpty(), "disks"))
                .or(() -> lacks(InstanceFlag.INTERFACE, hasOtherCount(options), "interfaces"))
                .or(() -> lacks(InstanceFlag.BOOT, options.kernel().isPresent(), "boot image"))
                .or(() -> lacks(InstanceFlag.CDROM, options.cdrom().isPresent(), "cdrom"));
    }

    private static boolean differs(Optional<? extends Number> asked, long parents) {
        return asked.isPresent() && asked.get().longValue() != parents;
    }

    private boolean hasOtherCount(StartOptions options) {
        int asked = Math.max(options.nics().size(), options.interfaces().orElse(0));
        return asked > 0 && asked != parent.interfaces().size();
    }

    private Optional<String> lacks(InstanceFlag flag, boolean wanted, String what) {
        return wanted && !parent.allowInstance().flags().contains(flag)
                ? no(what)
                : Optional.empty();
    }

    private static Optional<String> no(String what) {
        return Optional.of("no permission to set " + what);
    }
}
