/// Fuzzing of both ends of the control protocol, in the package that speaks it.
@NullMarked
package vmconf.runtime.protocol;

import org.jspecify.annotations.NullMarked;
