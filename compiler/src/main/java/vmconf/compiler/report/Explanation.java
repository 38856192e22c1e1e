package vmconf.compiler.report;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;

/// What is to be said of a finding besides its message, for formats that have only text for it.
final class Explanation {
    private Explanation() {}

    /// The other places and the road of the text, on one line behind the message:
    /// ` (first given here: vm.conf:7:2; included from all.conf:3)`; nothing when there are none.
    static String places(Diagnostic finding) {
        List<String> parts = new ArrayList<>();
        for (Diagnostic.Related each : finding.related()) {
            parts.add(each.message() + ": " + Trail.place(each.span()));
        }
        parts.addAll(Trail.sentences(finding.span()));
        return parts.isEmpty() ? "" : " (" + String.join("; ", parts) + ")";
    }

    /// The ways out: `help: did you mean "memory"?`; nothing when there are none.
    static List<String> hints(Diagnostic finding) {
        List<String> hints = new ArrayList<>();
        finding.help().ifPresent(help -> hints.add("help: " + help));
        finding.fix().ifPresent(fix -> hints.add("fix: " + wording(fix)));
        return hints;
    }

    /// What a fix does, and by which option.
    static String wording(Fix fix) {
        return fix.title() + (fix.safe() ? " (--fix)" : " (--unsafe-fixes)");
    }
}
