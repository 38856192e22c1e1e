package vmconf.runtime.posix;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jnr.ffi.Memory;
import jnr.ffi.NativeLong;
import jnr.ffi.Pointer;

/// Opens one file in a thread that takes another user's rights, opens and ends. To the kernel
/// rights belong to a thread: no other thread ever has these, and this one needs none back.
final class OpeningThread implements Runnable {
    private static final boolean ARM = "aarch64".equals(System.getProperty("os.arch"));
    private static final NativeLong SETGROUPS = new NativeLong(ARM ? 159 : 116);
    private static final NativeLong OPENAT2 = new NativeLong(437);
    private static final NativeLong NO_FOLDER = new NativeLong(-100);
    private static final int HOW_SIZE = 24;
    private static final int RESOLVE = 16;
    private static final int STACK = 256 << 10;

    /// An id that nobody can have: the call only tells the present one.
    private static final int ASK = -1;

    /// What the links in `/proc/self` lead to is the daemon's, not the user's.
    private static final long NO_MAGIC_LINKS = 2;

    static {
        rehearse();
    }

    private final Credentials who;
    private final int[] groups;
    private final byte[] path;
    private final Pointer how = Memory.allocateDirect(Posix.RUNTIME, HOW_SIZE);
    private final CompletableFuture<Integer> result = new CompletableFuture<>();

    private OpeningThread(Credentials who, String path, boolean toWrite) {
        this.who = who;
        this.groups = who.groups().stream().mapToInt(Integer::intValue).toArray();
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        this.path = Arrays.copyOf(name, name.length + 1);
        int flags = Posix.O_CLOEXEC | Posix.O_NONBLOCK | Posix.O_NOCTTY;
        how.putLong(0, toWrite ? flags | Posix.O_RDWR : flags);
        how.putLong(Long.BYTES, 0);
        how.putLong(RESOLVE, NO_MAGIC_LINKS);
    }

    /// The number of the open file, or the error's number below 0.
    static int open(Credentials who, String path, boolean toWrite, Duration patience) {
        OpeningThread opening = new OpeningThread(who, path, toWrite);
        Thread.ofPlatform().name("open as " + who.user()).daemon().stackSize(STACK).start(opening);
        return opening.result
                .completeOnTimeout(-Posix.ETIMEDOUT, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void run() {
        int fd = become() ? open() : -Posix.EPERM;
        if (!result.complete(fd) && fd >= 0) {
            Posix.C.close(fd);
        }
    }

    /// Groups first, as it takes root's rights to set them. With a user's number the kernel also
    /// takes away what lets root pass by permissions.
    private boolean become() {
        NativeLong count = new NativeLong(groups.length);
        if (Posix.C.syscall(SETGROUPS, count, groups).intValue() != 0) {
            return false;
        }
        Posix.C.setfsgid(who.group());
        Posix.C.setfsuid(who.user());
        return Posix.C.setfsgid(ASK) == who.group() && Posix.C.setfsuid(ASK) == who.user();
    }

    private int open() {
        int fd = Posix.C.syscall(OPENAT2, NO_FOLDER, path, how, Posix.size(HOW_SIZE)).intValue();
        return fd < 0 ? -Posix.errno() : fd;
    }

    /// Has everything loaded and bound that such a thread needs: it could not load it, when the
    /// user may not read the daemon's program.
    private static void rehearse() {
        OpeningThread opening = new OpeningThread(new Credentials(0, 0, List.of()), "/", false);
        NativeLong tooMany = new NativeLong(-1);
        Posix.C.syscall(SETGROUPS, tooMany, opening.groups);
        Posix.errno();
        Posix.C.setfsgid(ASK);
        Posix.C.setfsuid(ASK);
        int fd = opening.open();
        if (opening.result.complete(fd) && fd >= 0) {
            Posix.C.close(fd);
        }
    }
}
