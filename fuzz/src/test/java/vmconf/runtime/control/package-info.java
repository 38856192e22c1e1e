/// Fuzzing of what clients say over the control socket, in the package of what answers.
@NullMarked
package vmconf.runtime.control;

import org.jspecify.annotations.NullMarked;
