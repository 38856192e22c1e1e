/// The `vmd` daemon's main program: wiring only.
///
/// In go a command line and a configuration; out comes a running daemon. This package imports
/// every package of the runtime, and alone may call the compiler.
@NullMarked
package vmconf.runtime;

import org.jspecify.annotations.NullMarked;
