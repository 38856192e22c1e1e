/// What `vmctl` and `vmd` say to each other (`docs/protocol.md`).
///
/// In go typed requests, out come JSON-RPC 2.0 objects, one a line, and the other way round; both
/// ends use the same [Exchange]. Imports nothing of ours. The library's types and JSON do not leave
/// this package.
@NullMarked
package vmconf.runtime.protocol;

import org.jspecify.annotations.NullMarked;
