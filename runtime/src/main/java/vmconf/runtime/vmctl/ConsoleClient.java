package vmconf.runtime.vmctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Request;

/// `vmctl console`: this terminal becomes the guest's, like cu(1) does it.
final class ConsoleClient {
    private static final int CHUNK = 4096;

    private final Connection connection;
    private final Streams streams;

    ConsoleClient(Connection connection, Streams streams) {
        this.connection = connection;
        this.streams = streams;
    }

    /// Returns when the user leaves or the guest ends.
    ///
    /// @return true
    boolean run(String vm) throws Complaint {
        String tty;
        try {
            tty = connection.ask(new Request.Attach(vm)).tty();
        } catch (RefusedException e) {
            throw Complaint.named(e.fault() == Fault.NO_SUCH_VM ? notFound(e.text()) : e.text());
        }
        talk(tty);
        return true;
    }

    /// The same as for a VM that does not run, but for a hint.
    private static String notFound(String hint) {
        return "console not found" + (hint.isEmpty() ? "" : "; " + hint);
    }

    private void talk(String tty) {
        print("Connected to %s (speed 115200)\r\n".formatted(tty));
        try (RawTerminal terminal = RawTerminal.open()) {
            Thread typist = Thread.ofPlatform().daemon().name("stdin").unstarted(this::copyInput);
            write(connection.rest());
            typist.start();
            copyOutput();
            print(terminal.isTerminal() ? "\r\n[EOT]\r\n" : "\n[EOT]\n");
        }
    }

    private void copyOutput() {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try {
            while (connection.channel().read(buffer.clear()) >= 0) {
                write(Arrays.copyOf(buffer.array(), buffer.position()));
            }
        } catch (IOException e) {
            // the user left
        }
    }

    /// At the end of the input the guest hears no more, and what it has said is still shown.
    private void copyInput() {
        Escapes escapes = new Escapes();
        SocketChannel guest = connection.channel();
        InputStream in = streams.in();
        byte[] buffer = new byte[CHUNK];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Escapes.Typed typed = escapes.type(Arrays.copyOf(buffer, count));
                ByteBuffer bytes = ByteBuffer.wrap(typed.toGuest());
                while (bytes.hasRemaining()) {
                    guest.write(bytes);
                }
                if (typed.help()) {
                    print(Escapes.HELP.replace("\n", "\r\n"));
                }
                if (typed.leave()) {
                    connection.close();
                    return;
                }
            }
            guest.shutdownOutput();
        } catch (IOException e) {
            // the guest has gone
        }
    }

    private void print(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) {
        streams.out().write(bytes, 0, bytes.length);
        streams.out().flush();
    }
}
