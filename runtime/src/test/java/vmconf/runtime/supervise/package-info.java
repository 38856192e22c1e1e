@NullMarked
package vmconf.runtime.supervise;

import org.jspecify.annotations.NullMarked;
