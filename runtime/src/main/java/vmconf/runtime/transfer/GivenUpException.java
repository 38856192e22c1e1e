package vmconf.runtime.transfer;

/// Whoever wrote the stream gave up.
public final class GivenUpException extends BrokenStateException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    GivenUpException(String reason) {
        super("the sender gave up: " + reason);
        this.reason = reason;
    }

    /// Why it did.
    public String reason() {
        return reason;
    }
}
