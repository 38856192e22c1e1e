package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/// The console of a guest whose console cannot be reached: nothing comes, nothing goes.
final class NoChannel implements ByteChannel {
    @Override
    public int read(ByteBuffer into) {
        return -1;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        throw new IOException("the console cannot be reached");
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public void close() {}
}
