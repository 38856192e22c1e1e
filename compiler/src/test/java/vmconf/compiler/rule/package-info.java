@NullMarked
package vmconf.compiler.rule;

import org.jspecify.annotations.NullMarked;
