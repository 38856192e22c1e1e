package vmconf.runtime.supervise;

import java.util.Optional;
import vmconf.runtime.host.Supplied;

/// What holds for one start of a VM only.
///
/// @param image boots this time instead of the one that is defined
/// @param supplied files that are opened with somebody's rights
public record OneBoot(Optional<String> image, Supplied supplied) {
    /// As it is defined.
    public static final OneBoot AS_DEFINED = new OneBoot(Optional.empty(), Supplied.NONE);
}
