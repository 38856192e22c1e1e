package vmconf.runtime.vmctl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import vmconf.runtime.host.LineReader;
import vmconf.runtime.protocol.Announcement;
import vmconf.runtime.protocol.Exchange;
import vmconf.runtime.protocol.RefusedException;
import vmconf.runtime.protocol.Reply;
import vmconf.runtime.protocol.Request;

/// A client's end of the control socket. Used by one thread.
final class Connection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(100);

    private final Path socket;
    private final SocketChannel channel;
    private final LineReader lines;
    private final Deque<Announcement> announced = new ArrayDeque<>();
    private final Exchange exchange = Exchange.ofClient(this::write, announced::add);

    private Connection(Path socket, SocketChannel channel) {
        this.socket = socket;
        this.channel = channel;
        this.lines = new LineReader(channel, Exchange.LONGEST_REPLY);
    }

    static Connection to(Path socket) throws Complaint {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
                return new Connection(socket, channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Complaint.named("connect: %s: %s".formatted(socket, reason(socket, e)));
        }
    }

    /// Another one to the same daemon.
    Connection another() throws Complaint {
        return to(socket);
    }

    /// The same, with patience for a daemon that is just starting.
    static Connection awaited(Path socket) throws Complaint {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return to(socket);
            } catch (Complaint e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }

    /// A connection, where a daemon answers at all.
    static Optional<Connection> ifThere(Path socket) throws Complaint {
        try {
            return Optional.of(to(socket));
        } catch (Complaint e) {
            boolean forbidden = Files.exists(socket) && !Files.isWritable(socket);
            if (forbidden) {
                throw e;
            }
            return Optional.empty();
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

    /// Asks, and waits for the reply.
    ///
    /// @throws RefusedException when the daemon does not do it
    <R extends Reply> R ask(Request<R> request) throws Complaint, RefusedException {
        return await(send(request));
    }

    /// Asks without waiting for the reply.
    <R extends Reply> CompletableFuture<R> send(Request<R> request) throws Complaint {
        try {
            return exchange.ask(request);
        } catch (UncheckedIOException e) {
            throw Complaint.named("pipe closed");
        }
    }

    private void write(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for the reply to one request; others that come meanwhile are kept.
    ///
    /// @throws RefusedException when the daemon does not do it
    <R extends Reply> R await(CompletableFuture<R> reply) throws Complaint, RefusedException {
        try {
            while (!reply.isDone()) {
                Optional<String> line = lines.next();
                if (line.isEmpty()) {
                    throw Complaint.named("pipe closed");
                }
                exchange.hear(line.get());
            }
            return reply.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw Complaint.named("command failed");
        } catch (IOException e) {
            throw Complaint.named("pipe closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.named("interrupted call");
        }
    }

    /// Waits for the next announcement; absent when the daemon ends.
    Optional<Announcement> nextAnnouncement() throws Complaint {
        try {
            while (announced.isEmpty()) {
                Optional<String> line = lines.next();
                if (line.isEmpty()) {
                    return Optional.empty();
                }
                exchange.hear(line.get());
            }
            return Optional.of(announced.remove());
        } catch (IOException e) {
            throw Complaint.named("pipe closed");
        }
    }

    /// The socket itself, for a console. What came after the last reply is given first.
    SocketChannel channel() {
        return channel;
    }

    /// The next line that is no message.
    Optional<String> line() throws IOException {
        return lines.next();
    }

    /// What comes when the connection carries no lines any more.
    InputStream bytes() {
        return new SequenceInputStream(
                new ByteArrayInputStream(lines.rest()), Channels.newInputStream(channel));
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
