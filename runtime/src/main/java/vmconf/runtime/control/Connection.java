package vmconf.runtime.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vmconf.runtime.host.LineReader;

/// A client's end of the control socket. Used by one thread.
final class Connection implements AutoCloseable {
    private final SocketChannel channel;
    private final LineReader lines;
    private final Map<Long, Reply> early = new HashMap<>();
    private long calls;

    private Connection(SocketChannel channel) {
        this.channel = channel;
        this.lines = new LineReader(channel, Wire.LONGEST);
    }

    static Connection to(Path socket) throws Complaint {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
                return new Connection(channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Complaint.named("connect: %s: %s".formatted(socket, reason(socket, e)));
        }
    }

    private static String reason(Path socket, IOException e) {
        if (!Files.exists(socket)) {
            return "No such file or directory";
        }
        if (!Files.isWritable(socket)) {
            return "Permission denied";
        }
        return String.valueOf(e.getMessage());
    }

    Reply ask(Request request) throws Complaint {
        return await(send(request));
    }

    /// Sends a request without waiting for its reply.
    long send(Request request) throws Complaint {
        long id = ++calls;
        String line = Wire.write(new Wire.Call(id, request)) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw Complaint.named("pipe closed");
        }
        return id;
    }

    /// Waits for the reply to one request; others that come meanwhile are kept.
    Reply await(long id) throws Complaint {
        try {
            while (!early.containsKey(id)) {
                Optional<String> line = lines.next();
                if (line.isEmpty()) {
                    throw Complaint.named("pipe closed");
                }
                Wire.Return answer = Wire.readReturn(line.get());
                early.put(answer.id(), answer.reply());
            }
        } catch (IOException | Wire.MalformedException e) {
            throw Complaint.named("pipe closed");
        }
        Reply reply = early.remove(id);
        return reply == null ? new Reply.Failed(Fault.MALFORMED, "") : reply;
    }

    /// The socket itself, for a console. What came after the last reply is given first.
    SocketChannel channel() {
        return channel;
    }

    byte[] rest() {
        return lines.rest();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing is left to lose
        }
    }
}
