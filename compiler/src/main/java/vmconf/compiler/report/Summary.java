package vmconf.compiler.report;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.diagnostic.Severity;

/// The last line of a text report: `2 errors and 1 warning in 3 files`.
final class Summary {
    private Summary() {}

    static String of(Counts counts) {
        if (counts.files() == 0) {
            return "nothing checked";
        }
        List<String> found = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int count = counts.of(severity);
            if (count > 0) {
                found.add(count(count, severity.word()));
            }
        }
        String last = found.isEmpty() ? "nothing wrong" : found.removeLast();
        String all = found.isEmpty() ? last : String.join(", ", found) + " and " + last;
        return all + " in " + count(counts.files(), "file");
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
