/// A guest's serial console, shared.
///
/// In goes the one byte stream that the hypervisor offers; out it goes to any number of viewers,
/// none of which can hold up another, each starting with the most recent output. This package
/// imports no sibling.
@NullMarked
package vmconf.runtime.console;

import org.jspecify.annotations.NullMarked;
