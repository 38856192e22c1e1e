@NullMarked
package vmconf.grammar.codegen;

import org.jspecify.annotations.NullMarked;
