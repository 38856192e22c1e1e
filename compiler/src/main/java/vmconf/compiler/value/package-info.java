/// Values of arguments: sizes, addresses, prefixes, names.
///
/// In goes the text of a word, out comes a value or the reason why it is none, by the rules of
/// `vmconf-language` sections 3.3 to 3.7. Imports nothing of the project, looks at nothing of the
/// host.
@NullMarked
package vmconf.compiler.value;

import org.jspecify.annotations.NullMarked;
