@NullMarked
package vmconf.compiler.cli;

import org.jspecify.annotations.NullMarked;
