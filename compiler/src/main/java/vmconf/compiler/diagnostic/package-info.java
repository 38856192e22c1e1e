/// What is reported to people and to tools.
///
/// In go findings of rules, out come [vmconf.compiler.diagnostic.Diagnostic]s and their text and
/// JSON.
/// Imports `vmconf.source` alone.
@NullMarked
package vmconf.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
