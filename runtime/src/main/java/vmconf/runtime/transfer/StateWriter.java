package vmconf.runtime.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vmconf.runtime.supervise.Destination;
import vmconf.runtime.supervise.DiskStamp;
import vmconf.runtime.supervise.Portrait;

/// Writes one guest's state as a stream.
public final class StateWriter {
    private static final int LONGEST_REASON = 1000;

    private final FrameWriter frames;

    public StateWriter(OutputStream out) {
        this.frames = new FrameWriter(out);
    }

    /// Writes what says that it is a state. The whole stream has that already.
    void begin() throws IOException {
        frames.start();
    }

    /// Writes the whole stream.
    public void write(Portrait guest, Packing packing, Destination.Contents contents)
            throws IOException {
        frames.start();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        put(Frame.Kind.HEADER, Json.write(new Header(version(), now, packing, guest)));
        Chunks chunks = new Chunks();
        OutputStream packed = packing.over(chunks);
        List<DiskStamp> disks = contents.writeTo(packed);
        packed.close();
        put(
                Frame.Kind.TRAILER,
                Json.write(new Trailer(chunks.count, chunks.bytes, frames.sha256(), disks)));
    }

    /// Tells whoever reads the stream that nothing more comes.
    public void giveUp(String reason) throws IOException {
        String end = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        put(Frame.Kind.GIVEN_UP, end.getBytes(StandardCharsets.UTF_8));
    }

    private void put(Frame.Kind kind, byte[] content) throws IOException {
        if (content.length > Frame.LONGEST) {
            throw new IOException("what is to be said about the vm is too long");
        }
        frames.write(kind, content, 0, content.length);
    }

    private static String version() {
        return Optional.ofNullable(StateWriter.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }

    /// Cuts what is written into chunks.
    private final class Chunks extends OutputStream {
        private final byte[] chunk = new byte[Frame.LONGEST];
        private int used;
        private long count;
        private long bytes;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] from, int start, int length) throws IOException {
            int done = 0;
            while (done < length) {
                int some = Math.min(length - done, chunk.length - used);
                System.arraycopy(from, start + done, chunk, used, some);
                used += some;
                done += some;
                if (used == chunk.length) {
                    end();
                }
            }
        }

        private void end() throws IOException {
            if (used > 0) {
                frames.write(Frame.Kind.CHUNK, chunk, 0, used);
                count++;
                bytes += used;
                used = 0;
            }
        }

        @Override
        public void close() throws IOException {
            end();
        }
    }
}
