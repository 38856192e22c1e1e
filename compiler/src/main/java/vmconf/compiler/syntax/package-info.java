/// From characters to directives as written.
///
/// In goes the text of files, read through a [vmconf.compiler.syntax.Scanner] that expands macros
/// and follows includes when its owner tells it to; out comes one [vmconf.compiler.syntax.Line] of
/// the top level after the other, with every directive's span and with problems as values. Imports
/// `vmconf.source` and the generated parser; no other package of the compiler knows ANTLR.
@NullMarked
package vmconf.compiler.syntax;

import org.jspecify.annotations.NullMarked;
