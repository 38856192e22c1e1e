@NullMarked
package vmconf.runtime.console;

import org.jspecify.annotations.NullMarked;
