package vmconf.runtime.qemu;

import java.io.IOException;

/// The monitor refused a command, did not answer in time, or has gone.
final class QmpException extends IOException {
    private static final long serialVersionUID = 1L;

    QmpException(String message) {
        super(message);
    }
}
