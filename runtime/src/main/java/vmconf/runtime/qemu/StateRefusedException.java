package vmconf.runtime.qemu;

import vmconf.runtime.supervise.LaunchException;

/// A state from elsewhere cannot go on, for a reason of ours; what QEMU complains of follows from
/// it.
final class StateRefusedException extends LaunchException {
    private static final long serialVersionUID = 1L;

    StateRefusedException(String message) {
        super(message);
    }
}
