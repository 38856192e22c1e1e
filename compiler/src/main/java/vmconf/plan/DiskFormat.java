package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Format of a disk image.
public enum DiskFormat {
    /// qcow2 when the file starts with its signature, raw otherwise; looked up when the VM starts
    AUTO,
    RAW,
    QCOW2,
    ;

    /// The word vm.conf and the plan use.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
