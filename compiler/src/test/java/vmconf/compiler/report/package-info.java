@NullMarked
package vmconf.compiler.report;

import org.jspecify.annotations.NullMarked;
