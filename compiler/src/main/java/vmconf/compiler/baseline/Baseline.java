package vmconf.compiler.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vmconf.compiler.diagnostic.Diagnostic;

/// Old findings, each with how often it may occur.
///
/// A baseline only shrinks: findings that are gone leave it, and new ones are never added.
public final class Baseline {
    /// In the order of files, then codes.
    static final Comparator<Fingerprint> ORDER =
            Comparator.comparing(Fingerprint::file)
                    .thenComparing(Fingerprint::code)
                    .thenComparing(Fingerprint::message)
                    .thenComparing(Fingerprint::line);

    private final Map<Fingerprint, Integer> counts;

    Baseline(Map<Fingerprint, Integer> counts) {
        this.counts = new TreeMap<>(ORDER);
        this.counts.putAll(counts);
    }

    /// A baseline of all that was found.
    public static Baseline of(List<Diagnostic> findings) {
        Map<Fingerprint, Integer> counts = new TreeMap<>(ORDER);
        findings.forEach(finding -> counts.merge(Fingerprint.of(finding), 1, Integer::sum));
        return new Baseline(counts);
    }

    /// Takes the findings of one file that are old, each at most as often as it was recorded.
    public final class Use {
        private final Map<Fingerprint, Integer> left = new HashMap<>(counts);

        private Use() {}

        /// The findings that are new.
        public List<Diagnostic> filter(List<Diagnostic> findings) {
            List<Diagnostic> fresh = new ArrayList<>();
            for (Diagnostic finding : findings) {
                Fingerprint fingerprint = Fingerprint.of(finding);
                int rest = left.getOrDefault(fingerprint, 0);
                if (rest == 0) {
                    fresh.add(finding);
                } else {
                    left.put(fingerprint, rest - 1);
                }
            }
            return fresh;
        }

        /// How many findings of the baseline did not occur.
        public int gone() {
            return left.values().stream().mapToInt(Integer::intValue).sum();
        }

        /// The baseline without what did not occur.
        public Baseline shrunk() {
            Map<Fingerprint, Integer> rest = new TreeMap<>(ORDER);
            counts.forEach(
                    (fingerprint, count) -> {
                        int used = count - left.getOrDefault(fingerprint, 0);
                        if (used > 0) {
                            rest.put(fingerprint, used);
                        }
                    });
            return new Baseline(rest);
        }
    }

    /// Starts a check against this baseline.
    public Use use() {
        return new Use();
    }

    /// How many findings rest.
    public int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<Fingerprint, Integer> counts() {
        return counts;
    }
}
