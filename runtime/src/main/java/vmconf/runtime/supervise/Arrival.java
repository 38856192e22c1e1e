package vmconf.runtime.supervise;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A guest's state that comes in. Used once.
public interface Arrival extends Transfer {
    /// Whose state it is.
    Portrait portrait();

    /// Copies the state. Returns when all of it has come and is as it was.
    ///
    /// @return the disks that belong to it, as they were then
    /// @throws IOException when it is not whole; the message says where, or that `out` takes no
    /// more
    List<DiskStamp> copyTo(OutputStream out) throws IOException;

    /// Whether it is to go on even if its disks have been written to since.
    boolean withAnyDisks();
}
