package vmconf.runtime.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Names that someone who mistyped one may have meant.
public final class NearNames {
    private static final int FARTHEST = 2;
    private static final int MOST = 3;

    private NearNames() {}

    /// `did you mean "a" or "b"?`, or nothing when no name is near.
    public static String hint(String typed, List<String> names) {
        String near =
                names.stream()
                        .filter(name -> isNear(typed, name))
                        .sorted(Comparator.comparingInt(name -> distance(typed, name)))
                        .limit(MOST)
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(" or "));
        return near.isEmpty() ? "" : "did you mean " + near + "?";
    }

    private static boolean isNear(String typed, String name) {
        boolean prefix = typed.length() > 1 && name.startsWith(typed);
        return prefix || distance(typed, name) <= Math.min(FARTHEST, name.length() / 2);
    }

    /// Levenshtein distance.
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
