/// Fuzzing of what QEMU says, in the package of what listens.
@NullMarked
package vmconf.runtime.qemu;

import org.jspecify.annotations.NullMarked;
