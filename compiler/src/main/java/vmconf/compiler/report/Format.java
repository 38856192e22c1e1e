package vmconf.compiler.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats of a report. Only the classes of the one chosen are loaded.
public enum Format {
    /// For people.
    TEXT,
    /// One JSON document, `docs/check.schema.json`.
    JSON;

    /// All formats, in the order in which help lists them.
    public static final List<Format> ALL = List.of(values());

    /// The format of that name.
    public static Optional<Format> named(String word) {
        return ALL.stream().filter(format -> format.word().equals(word)).findFirst();
    }

    /// Its name on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A report of this format.
    ///
    /// @param colour use ANSI colours, where the format has any
    public Report to(PrintStream out, boolean colour) {
        return switch (this) {
            case TEXT -> new TextReport(out, colour);
            case JSON -> new JsonReport(out);
        };
    }
}
