package vmconf.runtime.posix;

import java.io.IOException;
import java.util.Arrays;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;

/// An open, non-blocking file descriptor with one reading thread, which another thread can wake.
///
/// The reading thread calls [#await] until it answers [Readiness#CLOSED], then [#release]. Any
/// thread may call [#close] and [#write].
final class Descriptor implements AutoCloseable {
    enum Readiness {
        READABLE,
        /// nobody holds the other end
        HUNG_UP,
        TIMED_OUT,
        CLOSED,
    }

    private static final int POLLIN = 1;
    private static final int POLLERR = 8;
    private static final int POLLHUP = 16;
    private static final int POLL_ENTRY = 8;
    private static final int REVENTS = 6;

    private final int fd;
    private final int waker;
    private final Pointer entries = Memory.allocateDirect(Posix.RUNTIME, 2 * POLL_ENTRY);
    private volatile boolean closed;
    private boolean released;

    /// Takes ownership of `fd`.
    Descriptor(int fd) throws IOException {
        this.fd = fd;
        this.waker = Posix.check(Posix.C.eventfd(0, Posix.O_CLOEXEC), "eventfd");
        entries.putInt(0, waker);
        entries.putShort(4, (short) POLLIN);
        entries.putInt(POLL_ENTRY, fd);
        entries.putShort(POLL_ENTRY + 4, (short) POLLIN);
    }

    int number() {
        return fd;
    }

    /// Waits for input, at most `milliseconds` (-1: for ever).
    Readiness await(int milliseconds) throws IOException {
        return poll(2, milliseconds);
    }

    /// Waits for [#close] alone.
    Readiness pause(int milliseconds) throws IOException {
        return poll(1, milliseconds);
    }

    private Readiness poll(int count, int milliseconds) throws IOException {
        if (closed) {
            return Readiness.CLOSED;
        }
        int ready = Posix.C.poll(entries, Posix.size(count), milliseconds);
        if (ready < 0 && Posix.errno() != Posix.EINTR) {
            throw Posix.failed("poll", Posix.errno());
        }
        if (closed) {
            return Readiness.CLOSED;
        }
        if (ready <= 0) {
            return Readiness.TIMED_OUT;
        }
        int events = entries.getShort(POLL_ENTRY + REVENTS);
        if ((events & (POLLIN | POLLERR)) != 0) {
            return Readiness.READABLE;
        }
        return (events & POLLHUP) != 0 ? Readiness.HUNG_UP : Readiness.TIMED_OUT;
    }

    /// What is there to read now; empty when nothing is, or when the other end is not open.
    byte[] read(int limit) throws IOException {
        byte[] buffer = new byte[limit];
        long count = Posix.C.read(fd, buffer, Posix.size(limit)).longValue();
        if (count >= 0) {
            return Arrays.copyOf(buffer, (int) count);
        }
        return switch (Posix.errno()) {
            case Posix.EAGAIN, Posix.EINTR, Posix.EIO, Posix.ENETDOWN -> new byte[0];
            default -> throw Posix.failed("read", Posix.errno());
        };
    }

    /// Writes what fits without waiting and drops the rest.
    synchronized void write(byte[] bytes) {
        if (!released) {
            Posix.C.write(fd, bytes, Posix.size(bytes.length));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (!released) {
            Posix.C.write(waker, new byte[] {1, 0, 0, 0, 0, 0, 0, 0}, Posix.size(8));
        }
    }

    /// Gives the numbers back; called by the reading thread when it is done.
    synchronized void release() {
        if (!released) {
            released = true;
            Posix.C.close(fd);
            Posix.C.close(waker);
        }
    }
}
