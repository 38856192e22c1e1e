package vmconf.runtime.protocol;

/// The other side refused a request.
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    RefusedException(Fault fault, String text) {
        super(text);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /// What the fault says of it, perhaps nothing.
    public String text() {
        return String.valueOf(getMessage());
    }
}
