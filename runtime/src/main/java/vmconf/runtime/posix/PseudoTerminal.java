package vmconf.runtime.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The master end of a pseudo terminal in raw mode.
///
/// Whoever opens [#path] types into `input`. What is written while nobody has it open is dropped;
/// nothing here waits for a reader.
public final class PseudoTerminal implements AutoCloseable {
    private static final int TCSANOW = 0;
    private static final int TERMIOS_SIZE = 128;
    private static final int NAME_SIZE = 64;
    private static final int CHUNK = 4096;
    private static final int STACK = 256 << 10;

    /// How often a terminal that nobody has open is looked at.
    private static final int PAUSE_MILLISECONDS = 250;

    private final Descriptor master;
    private final String path;
    private volatile boolean open;

    private PseudoTerminal(Descriptor master, String path) {
        this.master = master;
        this.path = path;
    }

    /// Makes a pair; `input` is called from one thread with what users type.
    public static PseudoTerminal open(Consumer<byte[]> input) throws IOException {
        int flags = Posix.O_RDWR | Posix.O_NOCTTY | Posix.O_NONBLOCK | Posix.O_CLOEXEC;
        int fd = Posix.check(Posix.C.posix_openpt(flags), "cannot open a pseudo terminal");
        Posix.check(Posix.C.grantpt(fd), "grantpt");
        Posix.check(Posix.C.unlockpt(fd), "unlockpt");
        byte[] name = new byte[NAME_SIZE];
        if (Posix.C.ptsname_r(fd, name, Posix.size(NAME_SIZE)) != 0) {
            throw new IOException("pseudo terminal has no name");
        }
        int length = 0;
        while (length < NAME_SIZE && name[length] != 0) {
            length++;
        }
        String path = new String(name, 0, length, StandardCharsets.US_ASCII);
        PseudoTerminal terminal = new PseudoTerminal(new Descriptor(fd), path);
        terminal.makeRaw();
        Thread.ofPlatform()
                .name("pty " + path)
                .daemon()
                .stackSize(STACK)
                .start(() -> terminal.read(input));
        return terminal;
    }

    /// The device users open, `/dev/pts/N`.
    public String path() {
        return path;
    }

    public void write(byte[] bytes) {
        if (open) {
            master.write(bytes);
        }
    }

    private void read(Consumer<byte[]> input) {
        try {
            Descriptor.Readiness readiness = master.await(0);
            while (readiness != Descriptor.Readiness.CLOSED) {
                readiness =
                        switch (readiness) {
                            case HUNG_UP -> {
                                open = false;
                                yield master.pause(PAUSE_MILLISECONDS);
                            }
                            case READABLE, TIMED_OUT, CLOSED -> {
                                attended();
                                take(input);
                                yield master.await(PAUSE_MILLISECONDS);
                            }
                        };
            }
        } catch (IOException e) {
            open = false;
        } finally {
            master.release();
        }
    }

    private void attended() throws IOException {
        if (!open) {
            makeRaw();
            open = true;
        }
    }

    private void take(Consumer<byte[]> input) throws IOException {
        byte[] typed = master.read(CHUNK);
        if (typed.length > 0) {
            input.accept(typed);
        }
    }

    /// Echo and line editing are the guest's business. The kernel forgets this when the last user
    /// closes the terminal.
    private void makeRaw() throws IOException {
        byte[] termios = new byte[TERMIOS_SIZE];
        Posix.check(Posix.C.tcgetattr(master.number(), termios), "tcgetattr");
        Posix.C.cfmakeraw(termios);
        Posix.check(Posix.C.tcsetattr(master.number(), TCSANOW, termios), "tcsetattr");
    }

    @Override
    public void close() {
        master.close();
    }
}
