/// Tests of the syntax package.
@NullMarked
package vmconf.compiler.syntax;

import org.jspecify.annotations.NullMarked;
