package vmconf.runtime.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/// What a connection is used for after its last request.
@FunctionalInterface
interface Turn {
    /// Uses it up. The caller closes it.
    ///
    /// @param early what the client has said already
    void take(SocketChannel channel, byte[] early) throws IOException, InterruptedException;
}
