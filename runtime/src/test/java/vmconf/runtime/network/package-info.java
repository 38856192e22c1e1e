@NullMarked
package vmconf.runtime.network;

import org.jspecify.annotations.NullMarked;
