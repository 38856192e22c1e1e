/// The daemon's control socket and the `vmctl` command.
///
/// In go requests over a UNIX socket, one JSON-RPC 2.0 object per line; out come replies, checked
/// against the peer's credentials. After the answer to `attach` the connection carries a console's
/// bytes instead. The daemon's half imports `supervise`, `console` and `host`; the command's half
/// imports `host` alone. JSON types do not leave this package.
@NullMarked
package vmconf.runtime.control;

import org.jspecify.annotations.NullMarked;
