package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an instance may set for itself, `allow instance`.
public enum InstanceFlag {
    BOOT,
    MEMORY,
    INTERFACE,
    DISK,
    CDROM,
    INSTANCE,
    ;

    /// The word vm.conf and the plan use.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
