package vmconf.runtime.protocol;

import java.io.IOException;

/// The other side sent what is no message of the protocol; nothing it sends can be trusted any
/// more.
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    ProtocolException(String message) {
        super(message);
    }
}
