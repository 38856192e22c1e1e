package vmconf.compiler.edit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmconf.compiler.diagnostic.Fix;
import vmconf.source.SourceFile;
import vmconf.source.Span;

/// Edits that do not overlap, put into the texts of their files. An edit that comes twice, as a
/// file that is included twice brings it, is made once.
record Patch(List<Fix.Edit> edits) {

    Patch {
        edits = distinct(edits);
    }

    private static List<Fix.Edit> distinct(List<Fix.Edit> edits) {
        Map<String, Fix.Edit> distinct = new LinkedHashMap<>();
        for (Fix.Edit edit : edits) {
            Span span = edit.span();
            distinct.putIfAbsent(
                    span.start() + " " + span.end() + " " + span.file().name() + "\0" + edit.text(),
                    edit);
        }
        return distinct.values().stream()
                .sorted(Comparator.comparingInt(edit -> edit.span().start()))
                .toList();
    }

    /// The new texts, by the names of their files.
    Map<String, SourceFile> texts() {
        return Fix.Edit.apply(edits);
    }

    /// Where the text of an edit stands afterwards, as `vm.conf:3`.
    String place(Fix.Edit edit) {
        String name = edit.span().file().name();
        int moved = 0;
        for (Fix.Edit each : edits) {
            boolean before =
                    each.span().file().name().equals(name)
                            && each.span().start() < edit.span().start();
            moved += before ? each.text().length() - each.span().end() + each.span().start() : 0;
        }
        String text = edit.text();
        int blanks = text.length() - text.stripLeading().length();
        int offset = edit.span().start() + moved + blanks;
        SourceFile after = texts().getOrDefault(name, edit.span().file());
        return name + ":" + after.lineAt(Math.min(offset, after.text().length()));
    }
}
