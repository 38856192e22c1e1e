package vmconf.lsp.edits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.CreateFileOptions;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import vmconf.compiler.Compiler;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.expand.FollowedInclude;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.FileUri;

/// What can be done about the findings of a place: the compiler's own fixes, what is missing made,
/// the finding allowed, its rule shown.
final class QuickFixes {
    private static final String SHOW_RULE = "vmconf.showRule";

    private final Place place;
    private final boolean creates;
    private final Map<String, CodeAction> actions = new LinkedHashMap<>();

    QuickFixes(Place place, boolean creates) {
        this.place = place;
        this.creates = creates;
    }

    /// Each title once, although several roots may have the finding.
    List<CodeAction> all() {
        List<Found> found = new ArrayList<>();
        for (Analysis root : place.question().view().reading(place.question().uri())) {
            for (var finding : root.findings()) {
                if (root.isIn(finding.span(), place.question().uri())
                        && finding.span().start() <= place.end()
                        && place.start() <= finding.span().end()) {
                    found.add(new Found(root, finding));
                }
            }
        }
        found.forEach(this::fix);
        found.forEach(this::missing);
        found.forEach(this::allow);
        found.forEach(this::explain);
        return List.copyOf(actions.values());
    }

    private record Found(Analysis root, vmconf.compiler.diagnostic.Diagnostic finding) {
        String code() {
            return finding.code();
        }
    }

    private void add(Found found, CodeAction action) {
        List<Diagnostic> shown =
                place.shown().stream()
                        .filter(
                                each ->
                                        each.getCode() != null
                                                && each.getCode().isLeft()
                                                && each.getCode().getLeft().equals(found.code()))
                        .toList();
        if (!shown.isEmpty()) {
            action.setDiagnostics(shown);
        }
        actions.putIfAbsent(action.getTitle(), action);
    }

    private void fix(Found found) {
        Optional<Fix> fix = found.finding.fix();
        if (fix.isEmpty()) {
            return;
        }
        FileEdits edits = new FileEdits();
        fix.get().edits().forEach(each -> edits.add(found.root, each));
        if (!edits.isEmpty()) {
            CodeAction action = place.action(fix.get().title(), CodeActionKind.QuickFix, edits);
            action.setIsPreferred(fix.get().safe());
            add(found, action);
        }
    }

    private void missing(Found found) {
        if (found.code().equals("VM201")) {
            MissingSwitch.action(place, found.finding).ifPresent(action -> add(found, action));
        } else if (found.code().equals("VM103") && creates) {
            found.root.config().includes().stream()
                    .filter(each -> each.directive().path().span().equals(found.finding.span()))
                    .findFirst()
                    .flatMap(each -> missingFile(found.root, each))
                    .ifPresent(action -> add(found, action));
        }
    }

    private static Optional<CodeAction> missingFile(Analysis root, FollowedInclude include) {
        String path = include.directive().path().text();
        boolean none =
                include.outcome() instanceof FollowedInclude.Outcome.Unreadable(var reason, _)
                        && reason.equals("no such file");
        if (!none || root.bases().isEmpty() || path.isBlank()) {
            return Optional.empty();
        }
        Path file = root.bases().getFirst().resolve(path).normalize();
        CodeAction action = new CodeAction("create \"" + path + "\"");
        action.setKind(CodeActionKind.QuickFix);
        CreateFileOptions options = new CreateFileOptions(false, true);
        action.setEdit(
                new WorkspaceEdit(
                        List.of(Either.forRight(new CreateFile(FileUri.of(file), options)))));
        return Optional.of(action);
    }

    private void allow(Found found) {
        Compiler.explain(found.code())
                .filter(RuleInfo::adjustable)
                .flatMap(_ -> Allow.action(place, found.finding))
                .ifPresent(action -> add(found, action));
    }

    private void explain(Found found) {
        String title = "explain " + found.code();
        CodeAction action = new CodeAction(title);
        action.setKind(CodeActionKind.QuickFix);
        action.setCommand(new Command(title, SHOW_RULE, List.of(found.code())));
        add(found, action);
    }
}
