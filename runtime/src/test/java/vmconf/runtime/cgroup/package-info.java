@NullMarked
package vmconf.runtime.cgroup;

import org.jspecify.annotations.NullMarked;
