/// Fuzzing of what guests send to ask for their address, in the package of what answers.
@NullMarked
package vmconf.runtime.network;

import org.jspecify.annotations.NullMarked;
