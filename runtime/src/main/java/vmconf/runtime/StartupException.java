package vmconf.runtime;

import java.util.Optional;

/// The daemon cannot start. The message is whole lines for the user.
final class StartupException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> report;

    StartupException(String message) {
        this(message, Optional.empty());
    }

    /// @param report the same as JSON (`docs/check.schema.json`)
    StartupException(String message, Optional<String> report) {
        super(message);
        this.report = report;
    }

    /// What is wrong with a file, as JSON.
    Optional<String> report() {
        return report;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
