@NullMarked
package vmconf.runtime.state;

import org.jspecify.annotations.NullMarked;
