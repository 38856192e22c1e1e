package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What came of a step of an edit: a value to go on with, or a refusal.
sealed interface Step<T> {
    /// A value to go on with.
    record Done<T>(T value) implements Step<T> {}

    /// The edit ends here.
    record Refused<T>(Refusal why) implements Step<T> {}

    static <T> Step<T> of(T value) {
        return new Done<>(value);
    }

    static <T> Step<T> refuse(String reason, String... help) {
        return new Refused<>(Refusal.of(reason, help));
    }

    /// The step for each of several; the first refusal ends it.
    static <T, U> Step<List<U>> each(List<T> items, Function<? super T, Step<U>> step) {
        List<U> values = new ArrayList<>(items.size());
        for (T item : items) {
            switch (step.apply(item)) {
                case Done<U>(var value) -> values.add(value);
                case Refused<U>(var why) -> {
                    return new Refused<>(why);
                }
            }
        }
        return of(List.copyOf(values));
    }

    /// Goes on when there is a value.
    default <U> Step<U> then(Function<? super T, Step<U>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var why) -> new Refused<>(why);
        };
    }

    /// The value, if there is one.
    default Optional<T> found() {
        return switch (this) {
            case Done<T>(var value) -> Optional.of(value);
            case Refused<T> _ -> Optional.empty();
        };
    }

    /// The value made into another one.
    default <U> Step<U> map(Function<? super T, U> change) {
        return then(value -> of(change.apply(value)));
    }
}
