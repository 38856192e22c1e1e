@NullMarked
package vmconf.plan.diff;

import org.jspecify.annotations.NullMarked;
