@NullMarked
package vmconf.runtime.control;

import org.jspecify.annotations.NullMarked;
