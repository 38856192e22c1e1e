package vmconf.lsp.edits;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Written;
import vmconf.lsp.workspace.Question;
import vmconf.source.Span;

/// A range of a document for which actions are wanted.
///
/// @param question about its start
/// @param end offset of its end
/// @param shown the diagnostics that the client shows there
/// @param versioned the client takes edits that name the versions of documents
record Place(Question question, int end, List<Diagnostic> shown, boolean versioned) {

    int start() {
        return question.offset();
    }

    /// Whether a span of the document touches it.
    boolean touches(Span span) {
        return question.holds(span) && span.start() <= end && start() <= span.end();
    }

    /// The statement of the top level that it starts in.
    Optional<Directive> statement() {
        return question.config().statements().stream()
                .filter(each -> question.isIn(each.span()))
                .findFirst();
    }

    /// The words of the document.
    List<Written> words() {
        return question.written();
    }

    CodeAction action(String title, String kind, FileEdits edits) {
        CodeAction action = new CodeAction(title);
        action.setKind(kind);
        action.setEdit(edits.toEdit(question.view().snapshot(), versioned));
        return action;
    }
}
