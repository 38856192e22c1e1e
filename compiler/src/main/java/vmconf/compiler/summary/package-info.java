/// What plans amount to: how many VMs, how much memory, who joins which switch.
///
/// In go plans, out comes a table for people or JSON for tools (`docs/summary.schema.json`).
/// Imports `vmconf.plan`, and of `source`, `value` and `diagnostic` how texts and sizes are shown.
@NullMarked
package vmconf.compiler.summary;

import org.jspecify.annotations.NullMarked;
