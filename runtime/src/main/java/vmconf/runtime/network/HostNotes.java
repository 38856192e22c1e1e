package vmconf.runtime.network;

import java.io.IOException;
import java.util.List;

/// Where it is written down what was changed on the host for all guests, for the next daemon.
public interface HostNotes {
    /// Nobody asks for them later.
    HostNotes NOWHERE =
            new HostNotes() {
                @Override
                public List<String> read() {
                    return List.of();
                }

                @Override
                public void write(List<String> lines) {}
            };

    /// The lines that were written last; none at first.
    List<String> read() throws IOException;

    /// Replaces them as a whole.
    void write(List<String> lines) throws IOException;
}
