package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Firmware of a guest.
public enum Firmware {
    BIOS,
    UEFI,
    ;

    /// The word vm.conf and the plan use.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
