package vmconf.runtime.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// One guest's console: reads what the guest prints and hands it to whoever watches.
///
/// One thread reads the guest, one mailbox thread owns the viewers and the recent output.
public final class Console implements AutoCloseable {
    private static final int RECENT = 64 << 10;
    private static final int CHUNK = 8 << 10;

    /// So many unread chunks hold up the guest's output until the mailbox thread has caught up.
    private static final int MAILBOX = 256;

    private sealed interface Mail {
        final class Output implements Mail {
            private final byte[] bytes;

            Output(byte[] bytes) {
                this.bytes = bytes;
            }
        }

        record Attach(Viewer viewer) implements Mail {}

        record Detach(Viewer viewer) implements Mail {}

        record End() implements Mail {}
    }

    private final ByteChannel guest;
    private final Scrollback recent = new Scrollback(RECENT);
    private final Keyboard keyboard = new Keyboard();
    private final BlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>(MAILBOX);

    private Console(ByteChannel guest) {
        this.guest = guest;
    }

    /// Starts reading; owns the channel from now on.
    public static Console over(ByteChannel guest, String name) {
        return over(guest, name, new byte[0]);
    }

    /// The same for a guest that has printed something before.
    public static Console over(ByteChannel guest, String name, byte[] before) {
        Console console = new Console(guest);
        console.recent.append(before);
        Thread.ofVirtual().name("console " + name).start(console::deliver);
        Thread.ofVirtual().name("console input " + name).start(console::read);
        return console;
    }

    /// The viewer gets the recent output first, then everything that follows.
    public void attach(Viewer viewer) throws InterruptedException {
        mailbox.put(new Mail.Attach(viewer));
    }

    public void detach(Viewer viewer) throws InterruptedException {
        mailbox.put(new Mail.Detach(viewer));
    }

    /// Who among those who share it types.
    public Keyboard keyboard() {
        return keyboard;
    }

    /// Types into the guest; waits while the guest does not take it.
    public void type(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            guest.write(buffer);
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try {
            while (guest.read(buffer.clear()) >= 0) {
                mailbox.put(new Mail.Output(Arrays.copyOf(buffer.array(), buffer.position())));
            }
        } catch (IOException | InterruptedException e) {
            // the guest has gone
        }
        try {
            mailbox.put(new Mail.End());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver() {
        List<Viewer> viewers = new ArrayList<>();
        boolean ended = false;
        try {
            while (!ended) {
                ended = handle(mailbox.take(), viewers);
            }
            viewers.forEach(Viewer::ended);
            while (true) {
                if (mailbox.take() instanceof Mail.Attach(Viewer late)) {
                    late.output(recent.content());
                    late.ended();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean handle(Mail mail, List<Viewer> viewers) {
        switch (mail) {
            case Mail.Output output -> {
                recent.append(output.bytes);
                viewers.forEach(viewer -> viewer.output(output.bytes));
            }
            case Mail.Attach(Viewer viewer) -> {
                viewer.output(recent.content());
                viewers.add(viewer);
            }
            case Mail.Detach(Viewer viewer) -> viewers.remove(viewer);
            case Mail.End() -> {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            guest.close();
        } catch (IOException e) {
            // nothing is left to lose
        }
    }
}
