package vmconf.compiler.export;

import java.util.Locale;

/// What becomes of a value at a target, from best to worst.
public enum Fate {
    /// It means the same there.
    EXACT,
    /// Something near it holds there.
    APPROXIMATED,
    /// It has no effect there; what is written there remembers it.
    KEPT_AS_NOTE,
    /// It is lost.
    DROPPED,
    /// Nothing is written, as leaving it out would do harm.
    REFUSED,
    ;

    /// The word for people and for reports.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Somebody is told of it even when nobody asked for strictness.
    public boolean warns() {
        return this == APPROXIMATED || this == DROPPED || this == REFUSED;
    }

    /// As it reads behind a value: `rdomain 3 is dropped`.
    public String phrase() {
        return this == KEPT_AS_NOTE ? "kept as a note only" : word();
    }
}
