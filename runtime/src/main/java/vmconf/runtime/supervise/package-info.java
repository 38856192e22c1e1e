/// Keeps VMs in the state their users asked for.
///
/// In go requests and what happens to guests, as events; out come actions that a [Supervisor]
/// performs. The decisions are pure (`Transitions`), one virtual thread and one mailbox per VM
/// carry them out, and nothing is shared but immutable snapshots. This package declares the ports
/// [Hypervisor], [Guest] and [Clock] and imports `vmconf.plan`, `host`, `network` and `console`.
@NullMarked
package vmconf.runtime.supervise;

import org.jspecify.annotations.NullMarked;
