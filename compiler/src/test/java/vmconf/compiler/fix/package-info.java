@NullMarked
package vmconf.compiler.fix;

import org.jspecify.annotations.NullMarked;
