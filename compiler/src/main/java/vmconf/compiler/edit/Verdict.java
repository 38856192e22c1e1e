package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;

/// Judges an edit by what the whole tree says before and after.
///
/// @param renamed what a message of before would say afterwards
record Verdict(Tree before, UnaryOperator<String> renamed) {

    /// For an edit that changes no names.
    static Verdict from(Tree before) {
        return new Verdict(before, UnaryOperator.identity());
    }

    EditResult of(Draft draft) {
        List<Diagnostic> fresh = fresh(draft.tree());
        List<Diagnostic> errors =
                fresh.stream().filter(each -> each.severity() == Severity.ERROR).toList();
        return errors.isEmpty()
                ? new EditResult.Edited(draft.tree().changesFrom(before), draft.said(), fresh)
                : new EditResult.Faulty(errors);
    }

    /// What was not there before, as often as it is there now. Of several that say the same, those
    /// are taken for old that stand in text that has not changed.
    private List<Diagnostic> fresh(Tree after) {
        Map<String, Integer> known = new HashMap<>();
        for (Diagnostic each : before.diagnostics()) {
            known.merge(each.code() + " " + renamed.apply(each.message()), 1, Integer::sum);
        }
        Map<String, Unchanged> texts = new HashMap<>();
        after.changesFrom(before)
                .forEach(each -> texts.put(each.after().name(), Unchanged.of(each)));
        List<Diagnostic> old = new ArrayList<>();
        List<Diagnostic> now = new ArrayList<>();
        for (Diagnostic each : after.diagnostics()) {
            Unchanged text = texts.get(each.span().file().name());
            (text == null || text.has(each.span()) ? old : now).add(each);
        }
        List<Diagnostic> fresh = new ArrayList<>();
        Stream.concat(old.stream(), now.stream())
                .filter(
                        each ->
                                known.merge(each.code() + " " + each.message(), -1, Integer::sum)
                                        < 0)
                .map(Verdict::withoutFix)
                .forEach(fresh::add);
        return fresh;
    }

    /// A fix would be one of a text that is not there, or not yet.
    private static Diagnostic withoutFix(Diagnostic finding) {
        return new Diagnostic(
                finding.code(),
                finding.severity(),
                finding.message(),
                finding.span(),
                finding.related(),
                finding.help(),
                Optional.empty());
    }
}
