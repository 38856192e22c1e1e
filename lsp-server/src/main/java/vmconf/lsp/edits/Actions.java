package vmconf.lsp.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Range;
import vmconf.lsp.workspace.Question;

/// What can be done about a place: fixes of findings, ways to live with them, other ways to write
/// the same.
public final class Actions {
    private static final String FIX_ALL = CodeActionKind.SourceFixAll + ".vmconf";

    /// The kinds of actions there are.
    public static final List<String> KINDS =
            List.of(
                    CodeActionKind.QuickFix,
                    CodeActionKind.RefactorExtract,
                    CodeActionKind.RefactorInline,
                    CodeActionKind.RefactorRewrite,
                    FIX_ALL);

    private final boolean versioned;
    private final boolean creates;

    /// @param versioned the client takes edits that name the versions of documents
    /// @param creates it takes edits that create files
    public Actions(boolean versioned, boolean creates) {
        this.versioned = versioned;
        this.creates = creates;
    }

    /// Those of a range of the document, of the kinds that the client wants.
    public List<CodeAction> of(Question question, Range range, CodeActionContext context) {
        Place place =
                new Place(
                        question.at(question.text().offset(range.getStart())),
                        question.text().offset(range.getEnd()),
                        context.getDiagnostics(),
                        versioned);
        List<CodeAction> actions = new ArrayList<>();
        if (wanted(context, CodeActionKind.QuickFix)) {
            actions.addAll(new QuickFixes(place, creates).all());
        }
        if (wanted(context, CodeActionKind.Refactor) || wantedRefactor(context)) {
            Stream.of(
                            new ExtractMacro(place).action(),
                            new InlineMacro(place).action(),
                            new ExpandInstance(place).action())
                    .flatMap(each -> each.stream())
                    .filter(each -> wanted(context, each.getKind()))
                    .forEach(actions::add);
        }
        if (wanted(context, FIX_ALL)) {
            FixAll.action(place, FIX_ALL).ifPresent(actions::add);
        }
        return actions;
    }

    private static boolean wantedRefactor(CodeActionContext context) {
        return context.getOnly() != null
                && context.getOnly().stream().anyMatch(each -> each.startsWith("refactor"));
    }

    /// A kind is wanted when it or one above it is asked for, or when nothing is said.
    private static boolean wanted(CodeActionContext context, String kind) {
        return context.getOnly() == null
                || context.getOnly().isEmpty()
                || context.getOnly().stream()
                        .anyMatch(each -> kind.equals(each) || kind.startsWith(each + "."));
    }
}
