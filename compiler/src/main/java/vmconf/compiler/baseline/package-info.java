/// The baseline: old findings that may rest while nothing new is let in.
@NullMarked
package vmconf.compiler.baseline;

import org.jspecify.annotations.NullMarked;
