package vmconf.runtime.vmctl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vmconf.runtime.protocol.Fault;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
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
    boolean run(Request.Attach request) throws Complaint {
        Reply.Attached attached;
        try {
            attached = connection.ask(request);
        } catch (RefusedException e) {
            throw Complaint.named(e.fault() == Fault.NO_SUCH_VM ? notFound(e.text()) : e.text());
        }
        talk(attached, request);
        return true;
    }

    /// The same as for a VM that does not run, but for a hint.
    private static String notFound(String hint) {
        return "console not found" + (hint.isEmpty() ? "" : "; " + hint);
    }

    private void talk(Reply.Attached attached, Request.Attach request) {
        try (RawTerminal terminal = RawTerminal.open()) {
            greet(attached, request);
            Thread typist =
                    Thread.ofPlatform().daemon().name("stdin").unstarted(() -> copyInput(request));
            write(connection.rest());
            typist.start();
            copyOutput();
            print(terminal.isTerminal() ? "\r\n[EOT]\r\n" : "\n[EOT]\n");
        }
    }

    private void greet(Reply.Attached attached, Request.Attach request) {
        print("Connected to %s (speed 115200)\r\n".formatted(attached.tty()));
        if (request.readOnly()) {
            print("[read-only]\r\n");
        } else if (!attached.keyboard()) {
            print("[somebody else types; you watch until he leaves]\r\n");
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

    /// At the end of the input the guest hears no more, and what it has said is still shown. Who
    /// only watches need not have any.
    private void copyInput(Request.Attach request) {
        Escapes escapes = new Escapes();
        InputStream in = streams.in();
        byte[] buffer = new byte[CHUNK];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Escapes.Typed typed = escapes.type(Arrays.copyOf(buffer, count));
                if (typed.help()) {
                    print("~?\r\n" + Escapes.HELP.replace("\n", "\r\n"));
                }
                if (!request.readOnly()) {
                    send(typed, request.vm());
                }
                if (typed.leave()) {
                    connection.close();
                    return;
                }
            }
            if (!request.readOnly()) {
                connection.channel().shutdownOutput();
            }
        } catch (IOException e) {
            // the guest has gone
        }
    }

    private void send(Escapes.Typed typed, String vm) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(typed.toGuest());
        while (bytes.hasRemaining()) {
            connection.channel().write(bytes);
        }
        if (typed.breaks()) {
            sendBreak(vm);
        }
    }

    /// The console's own connection carries nothing but what is typed.
    private void sendBreak(String vm) {
        try (Connection another = connection.another()) {
            another.ask(new Request.Break(vm));
        } catch (Complaint | RefusedException e) {
            print("\r\n[no break: %s]\r\n".formatted(e.getMessage()));
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
