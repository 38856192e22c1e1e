package vmconf.runtime.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vmconf.runtime.supervise.Arrival;
import vmconf.runtime.supervise.DiskStamp;
import vmconf.runtime.supervise.Portrait;

/// A client that brings a guest's state, and is then told what came of it.
public final class Incoming implements AutoCloseable {
    private final Line line;

    /// @param early what has been read of the connection already
    /// @param idle how long nothing may move before it is given up
    public Incoming(SocketChannel channel, byte[] early, Duration idle) {
        this.line = new Line(channel, early, idle);
    }

    /// Waits until the client has said whose state it is.
    ///
    /// @param anyDisks whether it is to go on even if its disks have been written to since
    public Arrival arrival(boolean anyDisks) throws IOException {
        return new Brought(line, StateReader.open(line.in()), anyDisks);
    }

    /// Tells the client that all is done.
    public void done(String text) throws IOException {
        line.say("done " + text);
    }

    /// Tells the client why it did not work.
    public void failed(String reason) throws IOException {
        line.say("failed " + reason);
    }

    @Override
    public void close() {
        line.close();
    }

    private record Brought(Line line, StateReader reader, boolean withAnyDisks) implements Arrival {
        @Override
        public Portrait portrait() {
            return reader.guest();
        }

        @Override
        public List<DiskStamp> copyTo(OutputStream out) throws IOException {
            List<DiskStamp> disks = reader.copyTo(out);
            Optional<String> cut = line.reason();
            if (cut.isPresent()) {
                throw new IOException(cut.get());
            }
            return disks;
        }

        @Override
        public void cut(String reason) {
            line.cut(reason);
        }
    }
}
