package vmconf.compiler.export;

import vmconf.plan.Provenance;

/// A value that does not reach a target as it is.
///
/// @param outcome of the first value
/// @param more values that the same place asks for and that share the reason
public record Loss(Outcome outcome, int more) {
    private static final String SOURCE = "        ";
    private static final int LONGEST = 120;

    /// Nothing can be written because of it.
    public boolean isRefusal() {
        return outcome.fate() == Fate.REFUSED;
    }

    /// For people: place, severity, value, reason; the source line; the way out.
    ///
    /// @param severity `error` or `warning`
    /// @param file what to call the plan where it does not say where its values came from
    /// @param target name of the target
    public String text(String severity, String file, String target) {
        String where =
                outcome.at()
                        .map(at -> at.file() + ":" + at.line() + ":" + at.column())
                        .orElse(file);
        String text =
                "%s: %s: %s is %s: %s [%s]%n%s"
                        .formatted(
                                OneLine.of(where),
                                severity,
                                subject(),
                                outcome.fate().phrase(),
                                OneLine.of(outcome.reason()),
                                target,
                                outcome.at().map(Loss::line).orElse(""));
        return text + outcome.help().map(each -> "help: " + OneLine.of(each) + "\n").orElse("");
    }

    private String subject() {
        String subject = OneLine.of(outcome.subject());
        String cut = subject.length() > LONGEST ? subject.substring(0, LONGEST) + "..." : subject;
        return more == 0 ? cut : "%s (and %d more)".formatted(cut, more);
    }

    private static String line(Provenance.Place at) {
        return SOURCE + OneLine.of(at.text()) + "\n";
    }
}
