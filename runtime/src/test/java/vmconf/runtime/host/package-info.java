@NullMarked
package vmconf.runtime.host;

import org.jspecify.annotations.NullMarked;
