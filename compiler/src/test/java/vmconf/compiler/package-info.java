@NullMarked
package vmconf.compiler;

import org.jspecify.annotations.NullMarked;
