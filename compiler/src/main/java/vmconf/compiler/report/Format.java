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
    JSON,
    /// SARIF 2.1.0, for code scanning.
    SARIF,
    /// Annotations of GitHub's workflows.
    GITHUB,
    /// GitLab's code quality report.
    GITLAB,
    /// One line for each finding.
    GCC,
    /// XML as Checkstyle writes it.
    CHECKSTYLE,
    /// XML as test runners write it.
    JUNIT;

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
    public Report to(PrintStream out, Settings settings) {
        return switch (this) {
            case TEXT -> new TextReport(out, settings.colour());
            case JSON -> new JsonReport(out);
            case SARIF -> new SarifReport(out, settings);
            case GITHUB -> new GithubReport(out);
            case GITLAB -> new GitlabReport(out);
            case GCC -> new GccReport(out);
            case CHECKSTYLE -> new CheckstyleReport(out);
            case JUNIT -> new JunitReport(out, settings);
        };
    }
}
