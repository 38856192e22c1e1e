package vmconf.compiler.export;

import java.util.Optional;
import vmconf.plan.PlanBlock;
import vmconf.plan.PlanValue;

/// A row of a target's table: what becomes there of a key of the plan.
///
/// @param kind of the block that the key is in
/// @param key of the block's values; `*` stands for the number of an item, `**` at the end for
/// everything below
/// @param when the one value that it is about; absent: every value
/// @param always it counts even where nobody wrote the value
/// @param place where it goes, as the target writes that; empty where it goes nowhere
/// @param reason why, a sentence for people
public record Mapping(
        PlanBlock.Kind kind,
        String key,
        Optional<String> when,
        Fate fate,
        boolean always,
        String place,
        String reason) {

    /// A row about every value of a key.
    public static Mapping row(
            PlanBlock.Kind kind, String key, Fate fate, String place, String reason) {
        return new Mapping(kind, key, Optional.empty(), fate, false, place, reason);
    }

    /// The same row, for one value.
    public Mapping when(String value) {
        return new Mapping(kind, key, Optional.of(value), fate, always, place, reason);
    }

    /// The same row, which counts even where nobody wrote the value.
    public Mapping evenByDefault() {
        return new Mapping(kind, key, when, fate, true, place, reason);
    }

    /// Whether both rows are about the same values.
    public boolean isLike(Mapping other) {
        return kind == other.kind && key.equals(other.key) && when.equals(other.when);
    }

    /// Whether the row is about a value of a block of its kind.
    public boolean fits(PlanBlock.Kind block, PlanValue value) {
        return block == kind
                && when.map(value.text()::equals).orElse(true)
                && fits(value.key().split("/"));
    }

    private boolean fits(String[] asked) {
        String[] parts = key.split("/");
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals("**")) {
                return asked.length > i;
            }
            if (i >= asked.length || !(parts[i].equals("*") || parts[i].equals(asked[i]))) {
                return false;
            }
        }
        return asked.length == parts.length;
    }
}
