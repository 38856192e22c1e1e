package vmconf.runtime.transfer;

import java.util.List;
import vmconf.runtime.supervise.DiskStamp;

/// What a stream says after the state.
///
/// @param chunks how many there were
/// @param bytes how many were in them
/// @param sha256 of every byte of the stream before this, in hexadecimal
/// @param disks as they were when the state had been written
record Trailer(long chunks, long bytes, String sha256, List<DiskStamp> disks) {
    Trailer {
        disks = List.copyOf(disks);
    }
}
