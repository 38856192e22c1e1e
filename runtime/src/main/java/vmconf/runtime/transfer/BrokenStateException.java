package vmconf.runtime.transfer;

import java.io.IOException;

/// What was read is no state, or not one that can be used. The message says why and where.
public class BrokenStateException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenStateException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
