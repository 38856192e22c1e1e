/// The `vmctl` command.
///
/// In goes a command line; out come requests to the daemon, and what its replies mean to a person.
/// [Vmctl] finds the command by its [Verb]; each command has a class. Imports `protocol` and
/// `host`.
@NullMarked
package vmconf.runtime.vmctl;

import org.jspecify.annotations.NullMarked;
