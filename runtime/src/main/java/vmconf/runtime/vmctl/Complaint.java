package vmconf.runtime.vmctl;

import vmconf.runtime.protocol.RefusedException;

/// Ends a command with a message for the user and exit status 1.
final class Complaint extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message whole lines, as they are to appear on standard error; perhaps empty
    Complaint(String message) {
        super(message);
    }

    static Complaint named(String message) {
        return new Complaint("vmctl: " + message);
    }

    /// The daemon refused, and this command has no words of its own for it.
    static Complaint of(RefusedException refused) {
        return switch (refused.fault()) {
            case UNKNOWN_METHOD ->
                    named(
                            "command failed: this vmd is of another version ("
                                    + refused.text()
                                    + ")");
            case MALFORMED,
                    INVALID_PARAMS,
                    NO_SUCH_VM,
                    IN_PROGRESS,
                    NOT_RUNNING,
                    NOT_PERMITTED,
                    START_FAILED,
                    BUSY,
                    REFUSED,
                    FAILED ->
                    named("command failed: " + refused.text());
        };
    }

    /// There is no such VM; with the names that are near.
    static Complaint noSuchVm(String vm, String hint) {
        return named("no such vm: " + vm + (hint.isEmpty() ? "" : "; " + hint));
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
