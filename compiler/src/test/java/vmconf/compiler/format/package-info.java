@NullMarked
package vmconf.compiler.format;

import org.jspecify.annotations.NullMarked;
