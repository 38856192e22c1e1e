package vmconf.runtime.host;

import java.util.Locale;

/// How bad something is.
public enum Verdict {
    OK,
    /// good to know
    NOTE,
    /// it works, and will make trouble
    WARNING,
    /// it keeps a VM from starting
    ERROR,
    ;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
