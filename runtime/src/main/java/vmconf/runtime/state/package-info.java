/// What outlives the daemon, as files.
///
/// In go the numbers of VMs and, for each guest, what the next daemon has to know to take it over;
/// out comes the same in that daemon. Every file is replaced as a whole and has a version. This
/// package implements the port `supervise.Ledger` and imports `vmconf.plan`, `host` and `network`.
@NullMarked
package vmconf.runtime.state;

import org.jspecify.annotations.NullMarked;
