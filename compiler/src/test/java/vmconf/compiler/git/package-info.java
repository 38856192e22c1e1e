@NullMarked
package vmconf.compiler.git;

import org.jspecify.annotations.NullMarked;
