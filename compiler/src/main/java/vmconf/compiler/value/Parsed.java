package vmconf.compiler.value;

import java.util.Optional;

/// What came of reading a value.
public sealed interface Parsed<T> {
    /// It is one.
    record Value<T>(T it) implements Parsed<T> {}

    /// It is none; the reason is a phrase.
    record Refused<T>(String reason) implements Parsed<T> {}

    /// The value, if there is one.
    default Optional<T> value() {
        return this instanceof Value<T>(var it) ? Optional.of(it) : Optional.empty();
    }

    /// The reason, if there is no value.
    default Optional<String> refusal() {
        return this instanceof Refused<T>(var reason) ? Optional.of(reason) : Optional.empty();
    }
}
