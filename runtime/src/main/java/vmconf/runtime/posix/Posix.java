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

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int ENOTDIR = 20;
    private static final int EISDIR = 21;
    private static final int EMFILE = 24;
    private static final int ETXTBSY = 26;
    private static final int EROFS = 30;
    static final int ERANGE = 34;
    static final int ENOSYS = 38;
    private static final int ELOOP = 40;
    private static final int ENODEV = 19;
    static final int ENETDOWN = 100;
    static final int ETIMEDOUT = 110;

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
        return what + ": " + reason(errno);
    }

    /// What `strerror` says, for the errors that are met with.
    static String reason(int errno) {
        return switch (errno) {
            case EPERM -> "Operation not permitted";
            case ENOENT -> "No such file or directory";
            case EIO -> "Input/output error";
            case EACCES -> "Permission denied";
            case ENODEV -> "No such device";
            case ENOTDIR -> "Not a directory";
            case EISDIR -> "Is a directory";
            case EMFILE -> "Too many open files";
            case ETXTBSY -> "Text file busy";
            case EROFS -> "Read-only file system";
            case ENOSYS -> "this needs Linux 5.6 or newer";
            case ELOOP -> "Too many levels of symbolic links";
            case ETIMEDOUT -> "Connection timed out";
            case ENETDOWN -> "Network is down";
            default -> "error " + errno;
        };
    }
}
