/// What is reported to people and to tools.
///
/// In go findings of rules, out come [vmconf.compiler.diagnostic.Diagnostic]s; how they are
/// written is up to `vmconf.compiler.report`. Imports `vmconf.source` alone.
@NullMarked
package vmconf.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
