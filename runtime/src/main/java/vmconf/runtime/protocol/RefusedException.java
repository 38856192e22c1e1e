package vmconf.runtime.protocol;

import java.util.Optional;

/// The other side refused a request.
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    private final transient Optional<String> report;

    RefusedException(Fault fault, String text, Optional<String> report) {
        super(text);
        this.fault = fault;
        this.report = report;
    }

    public Fault fault() {
        return fault;
    }

    /// What the fault says of it, perhaps nothing.
    public String text() {
        return String.valueOf(getMessage());
    }

    /// The findings in a file that was not taken, as JSON.
    public Optional<String> report() {
        return report;
    }
}
