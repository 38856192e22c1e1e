package vmconf.plan;

import java.util.List;
import java.util.Optional;

/// Who may make instances of a VM and what those may change.
///
/// @param flags what they may change
/// @param owner who may make them, beside root
public record InstancePermission(List<InstanceFlag> flags, Optional<Owner> owner) {

    /// Nobody but root.
    public static final InstancePermission NONE =
            new InstancePermission(List.of(), Optional.empty());

    public InstancePermission {
        flags = List.copyOf(flags);
    }
}
