@NullMarked
package vmconf.runtime.transfer;

import org.jspecify.annotations.NullMarked;
