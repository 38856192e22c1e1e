@NullMarked
package vmconf.compiler.value;

import org.jspecify.annotations.NullMarked;
