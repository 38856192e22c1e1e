/// The `vmctl` command.
///
/// In goes a command line; out come requests to the daemon, and what its replies mean to a person.
/// [Vmctl] finds the command by its [Verb]; each command has a class. Imports `protocol`,
/// `host`, and of the main package what can be done without a daemon.
@NullMarked
package vmconf.runtime.vmctl;

import org.jspecify.annotations.NullMarked;
