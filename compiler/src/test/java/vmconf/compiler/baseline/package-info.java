@NullMarked
package vmconf.compiler.baseline;

import org.jspecify.annotations.NullMarked;
