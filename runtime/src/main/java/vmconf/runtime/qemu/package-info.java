/// The hypervisor QEMU: one process per guest, driven over QMP.
///
/// In go a VM, its media and leases; out comes a running [vmconf.runtime.supervise.Guest]. QEMU's
/// arguments come from `vmconf.plan.machine`. This package implements the ports of `supervise` and
/// imports `vmconf.plan`, `supervise`, `network`, `host`, `console` and `posix`; JSON types do not
/// leave it.
@NullMarked
package vmconf.runtime.qemu;

import org.jspecify.annotations.NullMarked;
