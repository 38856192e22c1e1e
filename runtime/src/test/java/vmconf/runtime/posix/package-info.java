@NullMarked
package vmconf.runtime.posix;

import org.jspecify.annotations.NullMarked;
