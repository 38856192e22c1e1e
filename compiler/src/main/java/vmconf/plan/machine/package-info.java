/// The machine that a VM becomes on a host with QEMU.
///
/// In go a VM of a plan, its files and the host's ends of its interfaces; out come QEMU's arguments
/// and the script that a person reads before it is run. Nothing is looked up here: whoever calls
/// has done that, the daemon by looking, an export by what the plan says. Imports `vmconf.plan`
/// alone, so that the runtime and the exports start the same machine.
@NullMarked
package vmconf.plan.machine;

import org.jspecify.annotations.NullMarked;
