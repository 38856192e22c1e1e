/// What the host says about a plan: where the daemon's files belong, who users are, whether the
/// images a VM names are there and what they are.
///
/// In go paths and VMs of a plan; out come [Media] that a hypervisor can open, or one sentence why
/// not. This package imports `vmconf.plan` and no sibling.
@NullMarked
package vmconf.runtime.host;

import org.jspecify.annotations.NullMarked;
