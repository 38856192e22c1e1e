package vmconf.compiler.expand;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vmconf.compiler.syntax.Vocabulary;

/// What a file is checked for.
public enum Target {
    /// vmd of the newest OpenBSD release known.
    OPENBSD,
    /// Our own runtime.
    NATIVE;

    /// The target of that name.
    public static Optional<Target> named(String name) {
        return Stream.of(values()).filter(target -> target.word().equals(name)).findFirst();
    }

    /// Its name on the command line and in plans.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The keywords it knows.
    Vocabulary vocabulary() {
        return switch (this) {
            case OPENBSD -> Vocabulary.OPENBSD;
            case NATIVE -> Vocabulary.NATIVE;
        };
    }
}
