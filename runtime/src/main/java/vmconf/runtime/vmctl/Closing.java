package vmconf.runtime.vmctl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vmconf.runtime.transfer.Outgoing;

/// The end of a transfer: what is said when the state is through.
record Closing(Connection connection) {
    private static final Duration BUSY = Duration.ofSeconds(10);

    /// Puts the state where it belongs, and tells the daemon.
    void keep(OutputStream out, String name) throws IOException {
        CountDownLatch kept = new CountDownLatch(1);
        Thread telling = Thread.ofVirtual().name("busy").start(() -> tellBusy(kept));
        try {
            out.flush();
        } catch (IOException e) {
            throw new IOException("cannot write %s: %s".formatted(name, e.getMessage()));
        } finally {
            kept.countDown();
            join(telling);
        }
        say(Outgoing.KEPT);
    }

    private void tellBusy(CountDownLatch kept) {
        try {
            while (!kept.await(BUSY.toMillis(), TimeUnit.MILLISECONDS)) {
                say(Outgoing.BUSY);
            }
        } catch (IOException e) {
            // told when the end is
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(byte what) throws IOException {
        connection.channel().write(ByteBuffer.wrap(new byte[] {what}));
    }

    /// Waits for what came of it.
    ///
    /// @return what the daemon adds
    String await() throws IOException, Complaint {
        Optional<String> line = connection.line();
        if (line.isEmpty()) {
            throw Complaint.named("pipe closed");
        }
        String[] words = line.get().split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        if (!words[0].equals("done")) {
            throw new IOException(rest);
        }
        return rest;
    }
}
