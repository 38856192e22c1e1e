@NullMarked
package vmconf.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
