/// The canonical layout of vm.conf files.
///
/// In goes the text of a file as written, out come edits of what stands between its words: blanks,
/// new lines, quotes. What is a word, what a comment and where a line ends says the scanner, where
/// an option begins the parser; no include is followed and no macro expanded. Nothing is edited
/// where the meaning would not certainly stay. Imports the syntax, and the rules for what they say
/// about a file without form.
@NullMarked
package vmconf.compiler.format;

import org.jspecify.annotations.NullMarked;
