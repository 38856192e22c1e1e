@NullMarked
package vmconf.runtime.qemu;

import org.jspecify.annotations.NullMarked;
