/// What a change of a plan does.
///
/// In go two plans, out come the changes between them, each with what it means for what runs, and
/// their text for people and for tools. One table says what changing a value means. Imports
/// `vmconf.plan` alone, so that the runtime can show the same. Jackson types do not leave it.
@NullMarked
package vmconf.plan.diff;

import org.jspecify.annotations.NullMarked;
