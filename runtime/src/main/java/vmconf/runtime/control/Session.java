package vmconf.runtime.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import vmconf.runtime.console.Console;
import vmconf.runtime.console.QueuedViewer;
import vmconf.runtime.host.LineReader;
import vmconf.runtime.supervise.Guest;

/// One client's connection. Requests are answered as they finish, not in the order they came.
final class Session implements AutoCloseable {
    private static final int MOST_UNANSWERED = 1024;
    private static final int CHUNK = 4096;

    private final SocketChannel channel;
    private final Desk desk;
    private final LineReader lines;
    private final Semaphore unanswered = new Semaphore(MOST_UNANSWERED);

    private volatile boolean watching;

    Session(SocketChannel channel, Desk desk) {
        this.channel = channel;
        this.desk = desk;
        this.lines = new LineReader(channel, Wire.LONGEST);
    }

    /// Whether the client waits for nothing.
    boolean isIdle() {
        return !watching && unanswered.availablePermits() == MOST_UNANSWERED;
    }

    /// Serves until the client leaves.
    void run() throws IOException, InterruptedException {
        Peer peer = Peer.of(channel);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            Wire.Call call;
            try {
                call = Wire.readCall(line.get());
            } catch (Wire.MalformedException e) {
                String text = String.valueOf(e.getMessage());
                send(new Wire.Return(0, new Reply.Failed(Fault.MALFORMED, text)));
                return;
            }
            if (call.request() instanceof Request.Attach(String vm)) {
                attach(call, vm, peer);
                return;
            }
            unanswered.acquire();
            desk.handle(call.request(), peer).thenAccept(reply -> answer(call.id(), reply));
        }
    }

    private void answer(long id, Reply reply) {
        try {
            send(new Wire.Return(id, reply));
        } catch (IOException e) {
            // the client has gone and does not want to know any more
        } finally {
            unanswered.release();
        }
    }

    private void send(Wire.Return answer) throws IOException {
        write((Wire.write(answer) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private void attach(Wire.Call call, String vm, Peer peer)
            throws IOException, InterruptedException {
        Reply reply = desk.handle(call.request(), peer).toCompletableFuture().join();
        Optional<Guest> guest = desk.guest(vm);
        if (reply instanceof Reply.Attached && guest.isPresent()) {
            send(new Wire.Return(call.id(), reply));
            watching = true;
            watch(guest.get().console());
        } else if (reply instanceof Reply.Attached) {
            Reply gone = new Reply.Failed(Fault.NOT_RUNNING, "console not found");
            send(new Wire.Return(call.id(), gone));
        } else {
            send(new Wire.Return(call.id(), reply));
        }
    }

    /// Copies both ways. When the client has said its last word it still gets the output that is
    /// there.
    private void watch(Console console) throws IOException, InterruptedException {
        QueuedViewer viewer = new QueuedViewer();
        console.attach(viewer);
        Thread printer = Thread.ofVirtual().name("console viewer").start(() -> print(viewer));
        try {
            console.type(lines.rest());
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            while (channel.read(buffer.clear()) >= 0) {
                console.type(Arrays.copyOf(buffer.array(), buffer.position()));
            }
        } finally {
            console.detach(viewer);
            viewer.ended();
            printer.join();
        }
    }

    private void print(QueuedViewer viewer) {
        try {
            for (Optional<byte[]> chunk = viewer.next(); chunk.isPresent(); chunk = viewer.next()) {
                write(chunk.get());
            }
            channel.close();
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
