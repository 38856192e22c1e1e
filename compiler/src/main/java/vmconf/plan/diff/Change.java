package vmconf.plan.diff;

import java.util.Optional;
import vmconf.plan.Provenance;

/// One change of a value.
///
/// @param key in its block: `memory`, `disks/1/path`; `disks/1` for an item that came or went
/// @param before absent for an item that came
/// @param after absent for an item that went
public record Change(Effect effect, String key, Optional<Side> before, Optional<Side> after) {

    /// A value on one side.
    ///
    /// @param text for people
    /// @param source where it came from, when the plan says it
    public record Side(String text, Optional<Provenance> source) {}
}
