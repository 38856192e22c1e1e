package vmconf.runtime.host;

import java.nio.file.Path;

/// A file that is held open, so that it stays this file whatever becomes of its name.
public interface HeldFile extends AutoCloseable {
    /// Leads to this very file as long as it is held.
    Path path();

    @Override
    void close();
}
