package vmconf.compiler.edit;

import java.util.List;

/// The words that somebody gave, read from the left.
final class Given {
    private final List<String> words;
    private int next;

    Given(List<String> words) {
        this.words = List.copyOf(words);
    }

    boolean isEmpty() {
        return next == words.size();
    }

    /// How many are left.
    int left() {
        return words.size() - next;
    }

    /// The word that many places ahead, from 0; empty when there are not so many.
    String ahead(int places) {
        return next + places < words.size() ? words.get(next + places) : "";
    }

    /// The next word, which is there.
    String take() {
        return words.get(next++);
    }

    /// Takes the next word when it is that one.
    boolean take(String word) {
        boolean same = !isEmpty() && words.get(next).equals(word);
        next += same ? 1 : 0;
        return same;
    }

    /// Whether these words come next.
    boolean startsWith(List<String> others) {
        return left() >= others.size() && words.subList(next, next + others.size()).equals(others);
    }

    /// Passes over words that come next.
    void skip(int count) {
        next += count;
    }

    /// What is left.
    List<String> rest() {
        return words.subList(next, words.size());
    }
}
