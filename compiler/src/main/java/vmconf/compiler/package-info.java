/// The compiler's façade.
///
/// In goes a file, out come its plan and everything that is to be said about it. Other modules
/// import this package, `vmconf.source`, `vmconf.plan` and the data types that a
/// [vmconf.compiler.Compilation] holds.
@NullMarked
package vmconf.compiler;

import org.jspecify.annotations.NullMarked;
