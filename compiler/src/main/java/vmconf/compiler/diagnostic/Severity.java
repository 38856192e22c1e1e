package vmconf.compiler.diagnostic;

import java.util.Locale;

/// How bad a finding is. Only an error makes a file refused.
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /// The word used in every output.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
