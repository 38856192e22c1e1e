package vmconf.runtime.host;

/// A file that a VM needs cannot be used. The message is one sentence for the user.
public final class MediaException extends Exception {
    private static final long serialVersionUID = 1L;

    public MediaException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
