/// What can be wrong with a [vmconf.compiler.expand.Config], one class per rule.
///
/// In goes a Config, out come diagnostics. Rules have no state and look at nothing of the host.
/// Imports `syntax`, `expand`, `value` and `diagnostic`.
@NullMarked
package vmconf.compiler.rule;

import org.jspecify.annotations.NullMarked;
