package vmconf.compiler.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
        List<Diagnostic> fresh = fresh(draft.tree().diagnostics());
        List<Diagnostic> errors =
                fresh.stream().filter(each -> each.severity() == Severity.ERROR).toList();
        return errors.isEmpty()
                ? new EditResult.Edited(draft.tree().changesFrom(before), draft.said(), fresh)
                : new EditResult.Faulty(errors);
    }

    /// What was not there before, as often as it is there now.
    private List<Diagnostic> fresh(List<Diagnostic> after) {
        Map<String, Integer> known = new HashMap<>();
        for (Diagnostic each : before.diagnostics()) {
            known.merge(each.code() + " " + renamed.apply(each.message()), 1, Integer::sum);
        }
        List<Diagnostic> fresh = new ArrayList<>();
        for (Diagnostic each : after) {
            String what = each.code() + " " + each.message();
            int left = known.getOrDefault(what, 0);
            known.put(what, left - 1);
            if (left <= 0) {
                fresh.add(withoutFix(each));
            }
        }
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
