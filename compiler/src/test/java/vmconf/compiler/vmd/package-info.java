@NullMarked
package vmconf.compiler.vmd;

import org.jspecify.annotations.NullMarked;
