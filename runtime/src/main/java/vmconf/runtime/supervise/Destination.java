package vmconf.runtime.supervise;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Where a guest's state goes. Used once.
public interface Destination extends Transfer {
    /// Takes the state of a guest that stands still. Returns when the other end has said that it
    /// has all of it.
    ///
    /// @throws IOException when it has not, and never will
    void take(Portrait guest, Contents contents) throws IOException;

    /// The state itself.
    interface Contents {
        /// Writes it.
        ///
        /// @return the disks that belong to it, as they are now
        List<DiskStamp> writeTo(OutputStream out) throws IOException;
    }
}
