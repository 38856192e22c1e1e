@NullMarked
package vmconf.packaging;

import org.jspecify.annotations.NullMarked;
