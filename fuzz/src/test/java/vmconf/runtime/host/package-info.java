/// Fuzzing of images, in the package of what reads their heads.
@NullMarked
package vmconf.runtime.host;

import org.jspecify.annotations.NullMarked;
