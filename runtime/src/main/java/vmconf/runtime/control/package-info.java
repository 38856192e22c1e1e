/// The daemon's control socket.
///
/// In go requests of clients, checked against the peer's credentials; out come replies. After the
/// answer to `attach` a connection carries a console's bytes instead. Imports `protocol`,
/// `supervise`, `network` (what a start would do), `console` and `host`.
@NullMarked
package vmconf.runtime.control;

import org.jspecify.annotations.NullMarked;
