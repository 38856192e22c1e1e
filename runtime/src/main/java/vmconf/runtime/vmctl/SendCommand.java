package vmconf.runtime.vmctl;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Request;
import vmconf.runtime.transfer.BrokenStateException;
import vmconf.runtime.transfer.GivenUpException;
import vmconf.runtime.transfer.StateReader;

/// `vmctl send` and `vmctl dump`.
///
/// @param compressed have the daemon pack the state
/// @param json print what was dumped so; a state that is sent is the output itself
record SendCommand(String vm, boolean compressed, boolean json) {
    /// A state is no text.
    static void refuseTerminal(Streams streams) throws Complaint {
        if (streams.outIsTerminal()) {
            throw Complaint.named(
                    "standard output is a terminal; say where the state goes:\n"
                            + "help: vmctl send ID > FILE, or vmctl send ID | ssh HOST vmctl receive NAME");
        }
    }

    static Path file(CommandLineOptions options) throws Complaint {
        return Path.of(options.value("f")).toAbsolutePath().normalize();
    }

    /// The VM ends when its state is out.
    boolean send(Connection connection, Streams streams) throws Complaint {
        try {
            int id = connection.ask(request(false)).id();
            take(connection, streams.bytes(), "standard output");
            streams.err().println("vmctl: sent vm %d successfully".formatted(id));
            return true;
        } catch (RefusedException e) {
            throw complaint(e);
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()));
        }
    }

    /// The VM goes on when its state is in the file, which takes its place as a whole.
    boolean dump(Path file, Connection connection, Streams streams) throws Complaint {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw Complaint.named("cannot write %s: %s".formatted(beside, reason(e)));
        }
        try {
            int id = connection.ask(request(true)).id();
            try (SyncedFile out = new SyncedFile(beside)) {
                take(connection, out, beside.toString());
            }
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            if (json) {
                OwnAnswer dumped = new OwnAnswer.Dumped(id, file.toString());
                JsonAnswer.print(JsonAnswer.of(dumped), streams);
            } else {
                streams.err().println("vmctl: dumped vm %d to %s".formatted(id, file));
            }
            return true;
        } catch (RefusedException e) {
            if (json) {
                JsonAnswer.print(JsonAnswer.of(e), streams);
                return false;
            }
            throw complaint(e);
        } catch (IOException e) {
            throw failed(reason(e));
        } finally {
            beside.toFile().delete();
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? "No such file or directory"
                : String.valueOf(e.getMessage());
    }

    private Request.Send request(boolean stays) {
        return new Request.Send(vm, stays, compressed);
    }

    private Complaint complaint(RefusedException refused) {
        return refused.fault() == Fault.NO_SUCH_VM
                ? Complaint.noSuchVm(vm, refused.text())
                : Complaint.of(refused);
    }

    private Complaint failed(String reason) {
        return Complaint.named("vm %s was not sent and goes on: %s".formatted(vm, reason));
    }

    /// Copies the state and checks it on its way.
    private void take(Connection connection, OutputStream out, String name)
            throws IOException, Complaint {
        Copied in = new Copied(connection.bytes(), out, name);
        try {
            StateReader.open(in).skim();
        } catch (GivenUpException e) {
            throw failed(e.reason());
        } catch (BrokenStateException e) {
            throw Complaint.named("pipe closed: the state " + e.getMessage());
        }
        Closing closing = new Closing(connection);
        closing.keep(out, name);
        closing.await();
    }

    /// What is read goes on at once.
    private static final class Copied extends InputStream {
        private final InputStream in;
        private final OutputStream out;
        private final String name;

        Copied(InputStream in, OutputStream out, String name) {
            this.in = in;
            this.out = out;
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = in.read(bytes, from, length);
            if (count > 0) {
                try {
                    out.write(bytes, from, count);
                } catch (IOException e) {
                    throw new IOException("cannot write %s: %s".formatted(name, e.getMessage()));
                }
            }
            return count;
        }
    }

    /// Flushing it puts it on the disk.
    private static final class SyncedFile extends FileOutputStream {
        SyncedFile(Path file) throws IOException {
            super(file.toFile());
        }

        @Override
        public void flush() throws IOException {
            getFD().sync();
        }
    }
}
