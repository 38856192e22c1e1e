/// From lines to a [vmconf.compiler.expand.Config]: macros defined, includes followed.
///
/// In go the top file, the port to read includes and the macros of the command line; out comes a
/// Config of all directives in reading order, each span with its origin, and what went wrong on the
/// way as values. Imports `vmconf.source` and `vmconf.compiler.syntax`.
@NullMarked
package vmconf.compiler.expand;

import org.jspecify.annotations.NullMarked;
