package vmconf.compiler.vmd;

import java.util.Optional;
import java.util.OptionalInt;

/// What a `switch` block says.
///
/// @param group may be empty text, which is not the same as none
/// @param rdomain 0 to 255
record SwitchSettings(
        String name,
        String interfaceName,
        Optional<String> group,
        OptionalInt rdomain,
        boolean up,
        boolean locked,
        boolean disabled) {}
