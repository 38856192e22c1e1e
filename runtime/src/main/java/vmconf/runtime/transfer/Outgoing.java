package vmconf.runtime.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import vmconf.runtime.supervise.Destination;
import vmconf.runtime.supervise.Portrait;

/// A client that takes a guest's state. When all of it has been written the client says
/// [#KEPT], and [#BUSY] now and then before when that takes it long; then it is told what came of
/// it.
public final class Outgoing implements Destination, AutoCloseable {
    /// The client has put the whole state where it belongs.
    public static final byte KEPT = 'K';

    /// The client is about to.
    public static final byte BUSY = 'B';

    private static final int MOST_BUSY = 600;

    private final Line line;
    private final Packing packing;
    private volatile Phase phase = Phase.SILENT;

    /// What the client has been told.
    private enum Phase {
        SILENT,
        STATE,
        GIVEN_UP,
    }

    /// @param idle how long nothing may move before it is given up
    public Outgoing(SocketChannel channel, Packing packing, Duration idle) {
        this.line = new Line(channel, new byte[0], idle);
        this.packing = packing;
    }

    @Override
    public void take(Portrait guest, Contents contents) throws IOException {
        phase = Phase.STATE;
        StateWriter writer = new StateWriter(line.out());
        try {
            writer.write(guest, packing, contents);
            awaitKept();
        } catch (IOException e) {
            giveUp(writer, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void giveUp(StateWriter writer, String reason) {
        phase = Phase.GIVEN_UP;
        line.allowLastWords();
        try {
            writer.giveUp(reason);
        } catch (IOException e) {
            // the client has gone
        }
    }

    private void awaitKept() throws IOException {
        InputStream in = line.in();
        for (int busy = 0; busy < MOST_BUSY; busy++) {
            int said = in.read();
            if (said == KEPT) {
                return;
            }
            if (said != BUSY) {
                throw new IOException("the client has gone before it had all of it");
            }
        }
        throw new IOException("the client does not come to an end");
    }

    @Override
    public void cut(String reason) {
        line.cut(reason);
    }

    /// Tells the client that all is done.
    public void done(String text) throws IOException {
        line.say("done " + text);
    }

    /// Tells the client why it did not work.
    public void failed(String reason) throws IOException {
        switch (phase) {
            case SILENT -> {
                StateWriter writer = new StateWriter(line.out());
                writer.begin();
                giveUp(writer, reason);
            }
            case STATE -> line.say("failed " + reason);
            case GIVEN_UP -> {}
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
