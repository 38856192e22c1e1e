/// From a [vmconf.compiler.expand.Config] to a [vmconf.plan.Plan]: defaults filled in, instances
/// resolved, MAC addresses and local addresses derived.
///
/// In goes a Config without errors. Imports `syntax`, `expand`, `value` and `vmconf.plan`. Looks at
/// nothing of the host.
@NullMarked
package vmconf.compiler.lower;

import org.jspecify.annotations.NullMarked;
