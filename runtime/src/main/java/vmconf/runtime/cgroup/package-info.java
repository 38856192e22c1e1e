/// Control groups of the kernel (cgroups(7), version 2): what each guest's process may take of the
/// host.
///
/// In goes a guest's process and its limits; out comes whether it was killed for want of memory. A
/// host that has no such groups, or none that we may use, is no error. Imports nothing of ours.
@NullMarked
package vmconf.runtime.cgroup;

import org.jspecify.annotations.NullMarked;
