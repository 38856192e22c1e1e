@NullMarked
package vmconf.plan;

import org.jspecify.annotations.NullMarked;
