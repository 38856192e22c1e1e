package vmconf.runtime.posix;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A network namespace that `ip netns add` made.
///
/// To the kernel namespaces belong to a thread: one is started that enters, with `/sys` as it is
/// there, works and ends. What it opens stays within, and so do processes and threads that it
/// starts.
///
/// @param name as `ip netns list` shows it
public record NetworkNamespace(String name) {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int CLONE_NEWNS = 0x00020000;
    private static final long MS_REC_SLAVE = 16384 | (1 << 19);
    private static final int MNT_DETACH = 2;
    private static final int STACK = 512 << 10;

    /// Work that may fail in its own way.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /// Does some work within, and waits until it is done.
    ///
    /// @throws IOException when the namespace cannot be entered
    /// @throws CompletionException when the work fails, with its exception as the cause
    public void enter(Work work) throws IOException {
        CompletableFuture<IOException> entered = new CompletableFuture<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("in " + name)
                .daemon()
                .stackSize(STACK)
                .start(() -> within(work, entered, done));
        try {
            done.join();
        } catch (CompletionException e) {
            if (entered.isDone()) {
                throw entered.join();
            }
            throw e;
        }
    }

    private void within(
            Work work, CompletableFuture<IOException> refused, CompletableFuture<Void> done) {
        try {
            enter();
        } catch (IOException e) {
            refused.complete(e);
            done.completeExceptionally(e);
            return;
        }
        try {
            work.run();
            done.complete(null);
        } catch (Exception | Error e) {
            done.completeExceptionally(e);
        }
    }

    private void enter() throws IOException {
        String what = "cannot enter the network namespace " + name;
        int fd = Posix.check(Posix.C.open("/run/netns/" + name, Posix.O_CLOEXEC), what);
        try {
            Posix.check(Posix.C.setns(fd, CLONE_NEWNET), what);
        } finally {
            Posix.C.close(fd);
        }
        Posix.check(Posix.C.unshare(CLONE_NEWNS), what);
        Posix.check(Posix.C.mount("none", "/", "none", Posix.size(MS_REC_SLAVE), 0), what);
        Posix.C.umount2("/sys", MNT_DETACH);
        Posix.check(Posix.C.mount(name, "/sys", "sysfs", Posix.size(0), 0), what);
    }
}
