@NullMarked
package vmconf.compiler.lower;

import org.jspecify.annotations.NullMarked;
