package vmconf.runtime.vmctl;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The standard streams of a command.
record Streams(InputStream in, PrintStream out, PrintStream err) {
    private static final Path IN = Path.of("/proc/self/fd/0");
    private static final Path OUT = Path.of("/proc/self/fd/1");
    private static final Path ERR = Path.of("/proc/self/fd/2");

    boolean inIsTerminal() {
        return in.equals(System.in) && isTerminal(IN);
    }

    boolean outIsTerminal() {
        return out.equals(System.out) && isTerminal(OUT);
    }

    boolean errIsTerminal() {
        return err.equals(System.err) && isTerminal(ERR);
    }

    private static boolean isTerminal(Path descriptor) {
        try {
            String device = Files.readSymbolicLink(descriptor).toString();
            return device.matches("/dev/(pts/|tty|console|hvc).*");
        } catch (IOException e) {
            return false;
        }
    }

    /// Standard output for bytes, of which none is lost unnoticed. Flushing it puts a file on the
    /// disk.
    OutputStream bytes() {
        return out.equals(System.out) ? new Synced(Files.isRegularFile(OUT)) : new Checked(out);
    }

    private static final class Synced extends FileOutputStream {
        private final boolean regular;

        Synced(boolean regular) {
            super(FileDescriptor.out);
            this.regular = regular;
        }

        @Override
        public void flush() throws IOException {
            if (regular) {
                getFD().sync();
            }
        }
    }

    private static final class Checked extends OutputStream {
        private final PrintStream out;

        Checked(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            if (out.checkError()) {
                throw new IOException("Broken pipe");
            }
        }
    }
}
