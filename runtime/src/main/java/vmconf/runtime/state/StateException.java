package vmconf.runtime.state;

/// A file of an earlier daemon cannot be used. The message says why, to follow the file's name.
public final class StateException extends Exception {
    private static final long serialVersionUID = 1L;

    StateException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
