package vmconf.compiler.cli;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.JsonReport;
import vmconf.compiler.diagnostic.Severity;

/// The last line of a check: `2 errors and 1 warning in 3 files`.
final class Summary {
    private Summary() {}

    static String of(List<JsonReport.Checked> files) {
        if (files.isEmpty()) {
            return "nothing checked";
        }
        List<Diagnostic> all = files.stream().flatMap(file -> file.diagnostics().stream()).toList();
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = all.stream().filter(each -> each.severity() == severity).count();
            if (count > 0) {
                counts.add(count(count, severity.word()));
            }
        }
        String last = counts.isEmpty() ? "nothing wrong" : counts.removeLast();
        String found = counts.isEmpty() ? last : String.join(", ", counts) + " and " + last;
        return found + " in " + count(files.size(), "file");
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
