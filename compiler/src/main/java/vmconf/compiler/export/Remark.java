package vmconf.compiler.export;

import java.util.Optional;

/// What becomes of one value for a reason that is not in the table, as it depends on several values
/// or on how one is written. It always counts.
///
/// @param pointer the value's place in the plan, a JSON Pointer (RFC 6901)
/// @param reason why, a sentence for people
/// @param help the way out, if there is one
public record Remark(String pointer, Fate fate, String reason, Optional<String> help) {

    /// Without a way out.
    public static Remark of(String pointer, Fate fate, String reason) {
        return new Remark(pointer, fate, reason, Optional.empty());
    }
}
