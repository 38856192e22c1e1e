package vmconf.lsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.LinkedEditingRangeParams;
import org.eclipse.lsp4j.LinkedEditingRanges;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import vmconf.lsp.edits.Actions;
import vmconf.lsp.edits.Formatting;
import vmconf.lsp.edits.Rename;

/// Requests for changes of the text.
interface EditRequests extends TextDocumentService {
    Session session();

    @Override
    default CompletableFuture<List<? extends TextEdit>> formatting(
            DocumentFormattingParams params) {
        return session().askWhole(params.getTextDocument(), List.of(), Formatting::of);
    }

    @Override
    default CompletableFuture<List<? extends TextEdit>> rangeFormatting(
            DocumentRangeFormattingParams params) {
        return session()
                .askWhole(
                        params.getTextDocument(),
                        List.of(),
                        question -> Formatting.of(question, params.getRange()));
    }

    @Override
    default CompletableFuture<List<? extends TextEdit>> onTypeFormatting(
            DocumentOnTypeFormattingParams params) {
        return session()
                .ask(params, List.of(), question -> Formatting.typed(question, params.getCh()));
    }

    @Override
    default CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
            prepareRename(PrepareRenameParams params) {
        return session()
                .ask(params, Optional.<PrepareRenameResult>empty(), Rename::prepare)
                .thenApply(
                        found ->
                                found.map(
                                                Either3
                                                        ::<Range, PrepareRenameResult,
                                                                PrepareRenameDefaultBehavior>forSecond)
                                        .orElse(null));
    }

    @Override
    default CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        boolean versioned = session().features().versionedEdits();
        return session()
                .ask(
                        params,
                        Optional.<WorkspaceEdit>empty(),
                        question -> Rename.of(question, params.getNewName(), versioned))
                .thenApply(edit -> edit.orElse(null));
    }

    @Override
    default CompletableFuture<LinkedEditingRanges> linkedEditingRange(
            LinkedEditingRangeParams params) {
        return session()
                .ask(params, Optional.<LinkedEditingRanges>empty(), Rename::linked)
                .thenApply(ranges -> ranges.orElse(null));
    }

    @Override
    default CompletableFuture<List<Either<Command, CodeAction>>> codeAction(
            CodeActionParams params) {
        Actions actions =
                new Actions(
                        session().features().versionedEdits(), session().features().createsFiles());
        if (!session().features().codeActions()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return session()
                .askWhole(
                        params.getTextDocument(),
                        List.of(),
                        question ->
                                actions
                                        .of(question, params.getRange(), params.getContext())
                                        .stream()
                                        .map(session().features().display()::of)
                                        .map(Either::<Command, CodeAction>forRight)
                                        .toList());
    }
}
