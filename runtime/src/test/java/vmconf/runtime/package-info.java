@NullMarked
package vmconf.runtime;

import org.jspecify.annotations.NullMarked;
