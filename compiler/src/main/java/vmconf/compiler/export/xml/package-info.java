/// XML as text, for targets that take it.
///
/// In goes a tree of elements, out comes a document with each element on its line. Imports nothing
/// of ours.
@NullMarked
package vmconf.compiler.export.xml;

import org.jspecify.annotations.NullMarked;
