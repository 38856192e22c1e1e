package vmconf.compiler.fix;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import vmconf.compiler.diagnostic.Fix;

/// The edits of one pass, by file; no two of them touch the same character.
final class Edits {
    private static final Comparator<Fix.Edit> BY_PLACE =
            Comparator.<Fix.Edit>comparingInt(edit -> edit.span().start())
                    .thenComparingInt(edit -> edit.span().end());

    private final Map<String, NavigableSet<Fix.Edit>> byFile = new HashMap<>();
    private int fixes;

    /// Takes a fix whole, unless one taken before touches it; the same fix again, as a file that is
    /// included twice brings it, is no other one.
    void add(Fix fix) {
        if (fix.edits().stream().noneMatch(this::touched)) {
            fix.edits().forEach(edit -> of(edit).add(edit));
            fixes++;
        }
    }

    private boolean touched(Fix.Edit edit) {
        NavigableSet<Fix.Edit> taken = of(edit);
        Fix.Edit before = taken.floor(edit);
        Fix.Edit after = taken.ceiling(edit);
        return (before != null && before.span().end() >= edit.span().start())
                || (after != null && after.span().start() <= edit.span().end());
    }

    private NavigableSet<Fix.Edit> of(Fix.Edit edit) {
        return byFile.computeIfAbsent(edit.span().file().name(), _ -> new TreeSet<>(BY_PLACE));
    }

    /// How many fixes were taken.
    int fixes() {
        return fixes;
    }

    /// The files with edits and their new texts.
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        byFile.forEach(
                (name, edits) -> {
                    if (!edits.isEmpty()) {
                        texts.put(name, apply(List.copyOf(edits)));
                    }
                });
        return texts;
    }

    private static String apply(List<Fix.Edit> edits) {
        String text = edits.getFirst().span().file().text();
        StringBuilder changed = new StringBuilder(text.length());
        int copied = 0;
        for (Fix.Edit edit : edits) {
            changed.append(text, copied, edit.span().start()).append(edit.text());
            copied = edit.span().end();
        }
        return changed.append(text, copied, text.length()).toString();
    }
}
