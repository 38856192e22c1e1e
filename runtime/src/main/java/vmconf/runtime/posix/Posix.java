package vmconf.runtime.posix;

import java.io.IOException;
import jnr.ffi.LastError;
import jnr.ffi.LibraryLoader;
import jnr.ffi.NativeLong;
import jnr.ffi.Runtime;

/// The bound C library and its error convention.
final class Posix {
    static final LibC C = LibraryLoader.create(LibC.class).load("c");
    static final Runtime RUNTIME = Runtime.getRuntime(C);

    static final int O_RDWR = 2;
    static final int O_NOCTTY = 0400;
    static final int O_NONBLOCK = 04000;
    static final int O_CLOEXEC = 02000000;

    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int ENODEV = 19;
    static final int ENETDOWN = 100;

    private Posix() {}

    static NativeLong size(long value) {
        return new NativeLong(value);
    }

    /// The error number of the call that has just returned -1; stale after any other call.
    static int errno() {
        return LastError.getLastError(RUNTIME);
    }

    /// Gives a result of 0 or more back and turns -1 into an exception that says what failed.
    static int check(int result, String what) throws IOException {
        if (result < 0) {
            throw failed(what, errno());
        }
        return result;
    }

    static IOException failed(String what, int errno) {
        return new IOException(describe(what, errno));
    }

    static String describe(String what, int errno) {
        String reason =
                switch (errno) {
                    case EPERM -> "Operation not permitted";
                    case ENOENT -> "No such file or directory";
                    case EIO -> "Input/output error";
                    case EACCES -> "Permission denied";
                    case ENODEV -> "No such device";
                    case ENETDOWN -> "Network is down";
                    default -> "error " + errno;
                };
        return what + ": " + reason;
    }
}
