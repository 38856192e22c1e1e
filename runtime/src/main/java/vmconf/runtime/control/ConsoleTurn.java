package vmconf.runtime.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import vmconf.runtime.console.Console;
import vmconf.runtime.console.QueuedViewer;

/// A connection that has become a console's.
///
/// @param readOnly what the client sends does not go to the guest
record ConsoleTurn(Console console, boolean readOnly) implements Turn {
    private static final int CHUNK = 4096;

    /// Copies both ways. What is typed while another client has the keyboard is dropped. When the
    /// client has said its last word it still gets the output that is there.
    @Override
    public void take(SocketChannel channel, byte[] early) throws IOException, InterruptedException {
        QueuedViewer viewer = new QueuedViewer();
        console.attach(viewer);
        Thread printer =
                Thread.ofVirtual().name("console viewer").start(() -> print(viewer, channel));
        try {
            type(viewer, early);
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            while (channel.read(buffer.clear()) >= 0) {
                type(viewer, Arrays.copyOf(buffer.array(), buffer.position()));
            }
        } finally {
            console.keyboard().leave(viewer);
            console.detach(viewer);
            viewer.ended();
            printer.join();
        }
    }

    private void type(QueuedViewer viewer, byte[] typed) throws IOException {
        if (!readOnly && console.keyboard().isOf(viewer)) {
            console.type(typed);
        }
    }

    private static void print(QueuedViewer viewer, SocketChannel channel) {
        try {
            for (Optional<byte[]> chunk = viewer.next(); chunk.isPresent(); chunk = viewer.next()) {
                ByteBuffer bytes = ByteBuffer.wrap(chunk.get());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.close();
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
