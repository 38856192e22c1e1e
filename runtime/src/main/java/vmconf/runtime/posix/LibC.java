package vmconf.runtime.posix;

import jnr.ffi.NativeLong;
import jnr.ffi.Pointer;
import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import jnr.ffi.annotations.Variadic;

/// The functions of the C library that are bound. Public because the generated binding lives in
/// another package; used in this one only.
public interface LibC {
    @Variadic(fixedCount = 2)
    int open(@In String path, int flags);

    int close(int fd);

    @Variadic(fixedCount = 2)
    int ioctl(int fd, NativeLong request, long argument);

    NativeLong read(int fd, @Out byte[] buffer, NativeLong size);

    NativeLong write(int fd, @In byte[] buffer, NativeLong size);

    int poll(Pointer descriptors, NativeLong count, int milliseconds);

    int eventfd(int initial, int flags);

    int posix_openpt(int flags);

    int grantpt(int fd);

    int unlockpt(int fd);

    int ptsname_r(int fd, @Out byte[] buffer, NativeLong size);

    int tcgetattr(int fd, @Out byte[] termios);

    void cfmakeraw(@In @Out byte[] termios);

    int tcsetattr(int fd, int when, @In byte[] termios);

    int socket(int domain, int type, int protocol);

    int bind(int fd, @In byte[] address, int length);

    int setsockopt(int fd, int level, int option, Pointer value, int length);
}
