package vmconf.runtime.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Optional;
import vmconf.runtime.host.LineReader;

/// How one end has taken what it heard.
///
/// @param lines how many it heard
/// @param closed it has had enough
record Heard(int lines, boolean closed) {
    static Heard by(Exchange exchange, byte[] said, int longest) throws IOException {
        LineReader reader =
                new LineReader(Channels.newChannel(new ByteArrayInputStream(said)), longest);
        int lines = 0;
        try {
            for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines++;
                exchange.hear(line.get());
            }
            return new Heard(lines, false);
        } catch (ProtocolException e) {
            return new Heard(lines, true);
        }
    }
}
