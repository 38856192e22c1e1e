package vmconf.compiler.syntax;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the word that a mistyped one was meant to be.
public final class Suggestion {
    private static final int LONGEST = 64;

    private Suggestion() {}

    /// The candidate nearest to a word, when it is near: at most a third of the word's letters
    /// differ (at least one may), two letters swapped counting as one difference. The earliest of
    /// equally near ones.
    public static Optional<String> nearest(String word, Stream<String> candidates) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        int limit = Math.max(1, word.length() / 3);
        record Near(String word, int distance) {}
        return candidates
                .filter(candidate -> !candidate.isEmpty())
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
                .map(candidate -> new Near(candidate, distance(word, candidate)))
                .filter(near -> near.distance() <= limit && near.distance() > 0)
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::word);
    }

    /// They differ in one letter, or in the order of two.
    public static boolean isClose(String word, String other) {
        return Math.abs(word.length() - other.length()) <= 1
                && word.length() <= LONGEST
                && distance(word, other) == 1;
    }

    /// Optimal string alignment distance.
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
