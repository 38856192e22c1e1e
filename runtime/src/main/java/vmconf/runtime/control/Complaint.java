package vmconf.runtime.control;

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

    /// There is no such VM; with the names that are near.
    static Complaint noSuchVm(String vm, String hint) {
        return named("no such vm: " + vm + (hint.isEmpty() ? "" : "; " + hint));
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
