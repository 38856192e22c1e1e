package vmconf.compiler.report;

import java.util.EnumMap;
import java.util.Map;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;

/// How many files were checked, and how much was found in them.
final class Counts {
    private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
    private int files;

    /// Counts what came of a file; one that could not be read was not checked.
    void add(Checked file) {
        if (file instanceof Checked.Unreadable) {
            return;
        }
        files++;
        for (Diagnostic each : file.diagnostics()) {
            findings.merge(each.severity(), 1, Integer::sum);
        }
    }

    int files() {
        return files;
    }

    int of(Severity severity) {
        return findings.getOrDefault(severity, 0);
    }
}
