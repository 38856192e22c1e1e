/// Scripts that run VMs with QEMU alone.
///
/// In goes a plan, out come a script that starts and one that stops each VM, and one that starts
/// all of them in order. What they start is what the daemon starts: both take it from
/// `vmconf.plan.machine`. Imports `vmconf.plan` and the shape of exporters.
@NullMarked
package vmconf.compiler.export.qemu;

import org.jspecify.annotations.NullMarked;
