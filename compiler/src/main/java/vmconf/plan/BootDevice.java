package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a guest boots from.
public enum BootDevice {
    /// the first device that boots
    AUTO,
    DISK,
    CDROM,
    NET,
    ;

    /// The word vm.conf and the plan use.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
