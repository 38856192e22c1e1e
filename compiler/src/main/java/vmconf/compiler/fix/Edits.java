package vmconf.compiler.fix;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import vmconf.compiler.diagnostic.Fix;
import vmconf.source.SourceFile;

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

    /// The new texts of the files with edits, by their names.
    Map<String, SourceFile> texts() {
        return Fix.Edit.apply(byFile.values().stream().flatMap(Set::stream).toList());
    }
}
