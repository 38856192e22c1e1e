package vmconf.compiler.edit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vmconf.source.Span;

/// Moves the value of a new option to the column in which a block has those of its others.
///
/// @param text of the file
record Alignment(String text, List<Span> options) {

    /// The option with its value in the column of the others; as it is where they have none.
    ///
    /// @param words how many characters its own words take
    String align(String option, int words) {
        if (words >= option.length()) {
            return option;
        }
        String value = option.substring(words).stripLeading();
        List<Span> lines =
                options.stream()
                        .filter(each -> Lines.startsLine(text, each.start()))
                        .filter(each -> gap(each) < each.end())
                        .toList();
        Set<Integer> columns =
                lines.stream().map(each -> value(each) - each.start()).collect(Collectors.toSet());
        boolean spaces = lines.stream().allMatch(each -> blanks(each).isBlank() && !tabs(each));
        boolean wide = lines.stream().anyMatch(each -> blanks(each).length() > 1);
        if (spaces && wide && columns.size() == 1) {
            int column = columns.iterator().next();
            return option.substring(0, words) + " ".repeat(Math.max(1, column - words)) + value;
        }
        boolean allTabs = !lines.isEmpty() && lines.stream().allMatch(this::tabs);
        return allTabs ? option.substring(0, words) + blanks(lines.getFirst()) + value : option;
    }

    /// Where the first word ends.
    private int gap(Span option) {
        int end = option.start();
        while (end < option.end() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Where the second word starts.
    private int value(Span option) {
        int start = gap(option);
        while (start < option.end() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private String blanks(Span option) {
        return text.substring(gap(option), value(option));
    }

    private boolean tabs(Span option) {
        return blanks(option).indexOf('\t') >= 0;
    }
}
