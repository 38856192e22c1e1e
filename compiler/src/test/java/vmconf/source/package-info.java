@NullMarked
package vmconf.source;

import org.jspecify.annotations.NullMarked;
