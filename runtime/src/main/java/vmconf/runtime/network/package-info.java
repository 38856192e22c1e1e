/// Connects a VM's interfaces to the host and takes everything away again.
///
/// In go the interfaces of a plan's VM; out come [Leases]: what the hypervisor attaches its NICs
/// to, closed exactly once when the guest has gone. As root these are taps with addresses and a
/// DHCP responder, otherwise the hypervisor's own user-mode network. The DHCP codec is pure. This
/// package imports `vmconf.plan`, `host` (log) and `posix` (packet socket).
@NullMarked
package vmconf.runtime.network;

import org.jspecify.annotations.NullMarked;
