package vmconf.runtime.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipException;
import vmconf.runtime.host.PlanBounds;
import vmconf.runtime.supervise.DiskStamp;
import vmconf.runtime.supervise.Portrait;

/// Reads one guest's state from a stream. Whatever is wrong with the stream is found, at the latest
/// before the end of the state is handed on.
public final class StateReader {
    /// With what every state begins, of whatever version.
    public static final String MAGIC = "vmd-state ";

    static final String FIRST_LINE = MAGIC + "1\n";

    private static final long SURPLUS = 256L << 20;
    private static final int BUFFER = 1 << 17;

    private final FrameReader frames;
    private final Chunks chunks = new Chunks();
    private final Header header;

    private StateReader(FrameReader frames, Header header) {
        this.frames = frames;
        this.header = header;
    }

    /// Reads up to the state itself.
    public static StateReader open(InputStream in) throws IOException {
        FrameReader frames = new FrameReader(in);
        frames.start();
        Frame first = frames.next();
        if (first.kind() == Frame.Kind.GIVEN_UP) {
            throw givenUp(first);
        }
        if (first.kind() != Frame.Kind.HEADER) {
            throw new BrokenStateException("it is damaged: it has no header");
        }
        Header header = Json.read(first.content(), "header", Header.class);
        List<String> problems = PlanBounds.problems(header.guest().vm());
        if (!problems.isEmpty()) {
            throw new BrokenStateException("its header cannot be used: " + problems.getFirst());
        }
        return new StateReader(frames, header);
    }

    public Portrait guest() {
        return header.guest();
    }

    /// Copies the state, which has at most twice the size of the guest's memory and a bit more.
    ///
    /// @return the disks that belong to it, as they were then
    public List<DiskStamp> copyTo(OutputStream out) throws IOException {
        long left = 2 * header.guest().vm().memory() + SURPLUS;
        InputStream in = unpacked();
        byte[] buffer = new byte[BUFFER];
        for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
            left -= count;
            if (left < 0) {
                throw new BrokenStateException("it is longer than the vm's memory makes likely");
            }
            out.write(buffer, 0, count);
        }
        return end();
    }

    /// Reads on to the end without looking into the state.
    public void skim() throws IOException {
        chunks.transferTo(OutputStream.nullOutputStream());
        end();
    }

    private InputStream unpacked() throws IOException {
        try {
            return header.packing().over(chunks);
        } catch (ZipException | EOFException e) {
            throw new BrokenStateException("it is damaged: " + e.getMessage());
        }
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (ZipException | EOFException e) {
            throw new BrokenStateException("it is damaged: " + e.getMessage());
        }
    }

    /// What is compressed may end before its chunks do.
    private List<DiskStamp> end() throws IOException {
        if (chunks.read(new byte[1], 0, 1) >= 0) {
            throw new BrokenStateException("it is damaged: something follows the state");
        }
        Trailer trailer = chunks.trailer();
        if (trailer.chunks() != chunks.count
                || trailer.bytes() != chunks.bytes
                || !trailer.sha256().equals(frames.sha256())) {
            throw new BrokenStateException("it is damaged: its end speaks of another state");
        }
        return trailer.disks();
    }

    private static BrokenStateException givenUp(Frame frame) {
        String reason = new String(frame.content(), StandardCharsets.UTF_8);
        return new GivenUpException(reason.replaceAll("\\p{Cntrl}", " "));
    }

    /// The chunks' contents, one after the other, up to the trailer.
    private final class Chunks extends InputStream {
        private byte[] chunk = new byte[0];
        private int used;
        private long count;
        private long bytes;
        private byte[] last = new byte[0];

        Trailer trailer() throws IOException {
            return Json.read(last, "end", Trailer.class);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (used == chunk.length) {
                if (last.length > 0) {
                    return -1;
                }
                next();
            }
            int some = Math.min(length, chunk.length - used);
            System.arraycopy(chunk, used, into, from, some);
            used += some;
            return some;
        }

        private void next() throws IOException {
            Frame frame = frames.next();
            switch (frame.kind()) {
                case CHUNK -> {
                    if (frame.content().length == 0) {
                        throw new BrokenStateException("it is damaged: an empty chunk");
                    }
                    chunk = frame.content();
                    used = 0;
                    count++;
                    bytes += chunk.length;
                }
                case TRAILER -> last = frame.content();
                case GIVEN_UP -> throw givenUp(frame);
                case HEADER -> throw new BrokenStateException("it is damaged: a second header");
            }
        }
    }
}
