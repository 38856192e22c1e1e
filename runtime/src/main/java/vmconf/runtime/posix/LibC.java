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

    int umask(int mask);

    int setfsuid(int user);

    int setfsgid(int group);

    /// Calls the kernel past the library, whose `setgroups` would change every thread.
    @Variadic(fixedCount = 1)
    NativeLong syscall(NativeLong number, NativeLong count, @In int[] groups);

    @Variadic(fixedCount = 1)
    NativeLong syscall(
            NativeLong number, NativeLong folder, @In byte[] path, Pointer how, NativeLong size);

    int setns(int fd, int kind);

    int unshare(int flags);

    int mount(@In String source, @In String target, @In String kind, NativeLong flags, long data);

    int umount2(@In String target, int flags);

    int fstatfs(int fd, @Out byte[] statfs);

    int getpwnam_r(String name, Pointer entry, Pointer buffer, NativeLong size, Pointer result);

    int getgrnam_r(String name, Pointer entry, Pointer buffer, NativeLong size, Pointer result);

    int getgrgid_r(int group, Pointer entry, Pointer buffer, NativeLong size, Pointer result);

    int getgrouplist(@In String user, int group, @Out int[] groups, @In @Out int[] count);
}
