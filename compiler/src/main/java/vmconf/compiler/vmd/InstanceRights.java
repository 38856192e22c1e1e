package vmconf.compiler.vmd;

import java.util.List;
import java.util.Locale;

/// What `allow instance` lets others do with a VM.
///
/// @param flags in vmd's own order, each once
/// @param owner who may
record InstanceRights(List<Flag> flags, Account owner) {
    static final InstanceRights NONE = new InstanceRights(List.of(), Account.ZERO);

    InstanceRights {
        flags = flags.stream().sorted().distinct().toList();
    }

    /// What an instance may have of its own.
    enum Flag {
        BOOT,
        MEMORY,
        INTERFACE,
        DISK,
        CDROM,
        INSTANCE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
