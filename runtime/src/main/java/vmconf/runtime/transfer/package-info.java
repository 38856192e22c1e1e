/// Guests' states as streams of bytes.
///
/// In go a guest's state and what it needs to go on; out comes a stream that says what it is and in
/// which every byte is checked, and from such a stream the state again, or the place at which it is
/// damaged. This package implements the ports `supervise.Destination` and `supervise.Arrival` over
/// a connection, and imports `vmconf.plan`, `host` (bounds of
/// plans) and `supervise`.
@NullMarked
package vmconf.runtime.transfer;

import org.jspecify.annotations.NullMarked;
