@NullMarked
package vmconf.compiler.host;

import org.jspecify.annotations.NullMarked;
