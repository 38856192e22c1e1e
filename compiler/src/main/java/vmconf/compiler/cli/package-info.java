/// The `vmconf` command.
///
/// In go arguments and streams, out come text and an exit status: 0 nothing at error severity, 1
/// errors found,
/// 2 the command could not do its work. Imports the façade and what it returns.
@NullMarked
package vmconf.compiler.cli;

import org.jspecify.annotations.NullMarked;
