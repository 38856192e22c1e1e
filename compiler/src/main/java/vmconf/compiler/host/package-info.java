/// What `vmconf check --host` asks of the host it runs on.
///
/// Nothing else of the compiler looks at the host; without `--host` no class of this package is
/// used, so that a file can be checked on another machine than the one it is for.
@NullMarked
package vmconf.compiler.host;

import org.jspecify.annotations.NullMarked;
