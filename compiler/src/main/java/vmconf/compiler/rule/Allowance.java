package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vmconf.compiler.syntax.Remark;
import vmconf.source.Span;

/// A remark that allows findings: `allow VM201, VM402 reason`.
///
/// @param codes the codes it names, as written
/// @param reason why; empty when none is given
record Allowance(Remark remark, List<String> codes, String reason) {
    private static final String ALLOW = "allow";

    /// What a remark allows; nothing when it says something else.
    static Optional<Allowance> of(Remark remark) {
        List<String> words =
                new ArrayList<>(Arrays.asList(remark.text().replace(",", " , ").split("\\s+", -1)));
        if (!words.removeFirst().equals(ALLOW)) {
            return Optional.empty();
        }
        List<String> codes = new ArrayList<>();
        while (!words.isEmpty() && (isCode(words.getFirst()) || words.getFirst().equals(","))) {
            String word = words.removeFirst();
            if (isCode(word)) {
                codes.add(word.toUpperCase(Locale.ROOT));
            }
        }
        return Optional.of(
                new Allowance(
                        remark,
                        List.copyOf(codes),
                        String.join(" ", words).replace(" , ", ", ").strip()));
    }

    /// Whether it is complete: codes, and why.
    boolean complete() {
        return !codes.isEmpty() && !reason.isEmpty();
    }

    /// The line it speaks about, from 1: its own, or the next one with text when it stands alone.
    int line() {
        Span span = remark.span();
        int line = span.from().line();
        String before = span.file().line(line).substring(0, columnOf(span));
        if (!before.isBlank()) {
            return line;
        }
        int last = span.file().lineCount();
        do {
            line++;
        } while (line < last && isEmpty(span.file().line(line)));
        return line;
    }

    private static int columnOf(Span span) {
        String text = span.file().text();
        return span.start() - (text.lastIndexOf('\n', span.start() - 1) + 1);
    }

    private static boolean isEmpty(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#");
    }

    private static boolean isCode(String word) {
        return word.length() == 5
                && word.regionMatches(true, 0, "VM", 0, 2)
                && word.chars().skip(2).allMatch(c -> c >= '0' && c <= '9');
    }
}
