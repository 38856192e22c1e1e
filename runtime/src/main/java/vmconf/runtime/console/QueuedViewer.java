package vmconf.runtime.console;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A viewer whose output another thread takes at its own pace. What it cannot keep up with is lost
/// to it alone.
public final class QueuedViewer implements Viewer {
    private static final int CHUNKS = 512;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(CHUNKS);

    @Override
    public void output(byte[] bytes) {
        if (bytes.length > 0 && queue.remainingCapacity() > 1) {
            queue.add(bytes);
        }
    }

    /// Callable by any thread; one place of the queue is kept for this mark.
    @Override
    public void ended() {
        queue.offer(END);
    }

    /// Waits for the next output; empty at the end.
    public Optional<byte[]> next() throws InterruptedException {
        byte[] bytes = queue.take();
        return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    }
}
