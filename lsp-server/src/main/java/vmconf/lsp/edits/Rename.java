package vmconf.lsp.edits;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.LinkedEditingRanges;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import vmconf.compiler.edit.EditResult;
import vmconf.compiler.edit.Editor;
import vmconf.compiler.edit.Refusal;
import vmconf.compiler.syntax.Spelling;
import vmconf.lsp.index.Index;
import vmconf.lsp.index.Occurrence;
import vmconf.lsp.index.Symbol;
import vmconf.lsp.index.Symbol.Kind;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Question;

/// Other names for macros, VMs and switches, everywhere they are named, in every root that reads
/// the document.
public final class Rename {
    private static final String MACRO_NAME = "[A-Za-z0-9_]+";

    private Rename() {}

    /// What is to be renamed; nothing where there is no name.
    public static Optional<PrepareRenameResult> prepare(Question question) {
        return named(question)
                .map(
                        each ->
                                new PrepareRenameResult(
                                        question.range(each.span()), each.symbol().name()));
    }

    private static Optional<Occurrence> named(Question question) {
        return Index.of(question.analysis())
                .at(question)
                .filter(each -> each.symbol().kind() != Kind.FILE)
                .filter(Occurrence::literal);
    }

    /// Nothing where there is no name.
    ///
    /// @param versioned the client takes edits that name the versions of documents
    /// @throws ResponseErrorException when the name cannot be given; it says why
    public static Optional<WorkspaceEdit> of(Question question, String name, boolean versioned) {
        return named(question)
                .map(
                        each -> {
                            FileEdits edits = new FileEdits();
                            for (Analysis root : question.view().reading(question.uri())) {
                                rename(root, each.symbol(), name, edits);
                            }
                            return edits.toEdit(question.view().snapshot(), versioned);
                        });
    }

    private static void rename(Analysis root, Symbol symbol, String name, FileEdits edits) {
        if (symbol.kind() == Kind.MACRO) {
            renameMacro(root, symbol, name, edits);
            return;
        }
        Editor editor = Editor.of(root.config().file(), root.again(), root.options());
        List<String> words = List.of(symbol.kind().word(), symbol.name(), name);
        switch (editor.rename(words)) {
            case EditResult.Edited(var changes, _, _) ->
                    changes.forEach(change -> edits.add(root, change));
            case EditResult.Faulty(var errors) -> throw refused(errors.getFirst().message());
            case EditResult.Refused(var why) -> throw refused(text(why));
        }
    }

    private static String text(Refusal why) {
        return why.help().isEmpty() ? why.reason() : why.reason() + "; " + why.help().getFirst();
    }

    private static void renameMacro(Analysis root, Symbol symbol, String name, FileEdits edits) {
        Index index = Index.of(root);
        if (!Spelling.isMacroName(name) || !Spelling.isBareWord(name)) {
            throw refused(
                    "\"" + name + "\" cannot name a macro; write a word of letters, digits and _");
        }
        Symbol other = new Symbol(Kind.MACRO, name);
        boolean taken = root.config().macros().stream().anyMatch(each -> each.name().equals(name));
        if (taken && !symbol.equals(other)) {
            throw refused("there is a macro \"" + name + "\" already");
        }
        if (index.of(symbol).stream().noneMatch(Occurrence::isDefinition)) {
            throw refused("macro \"" + symbol.name() + "\" is defined in no file");
        }
        for (Occurrence each : index.of(symbol)) {
            root.location(each.span())
                    .ifPresent(
                            place ->
                                    edits.add(
                                            place.getUri(), new TextEdit(place.getRange(), name)));
        }
    }

    private static ResponseErrorException refused(String reason) {
        return new ResponseErrorException(
                new ResponseError(ResponseErrorCode.RequestFailed, reason, null));
    }

    /// The places of a macro that is named in this document alone, to be typed over together.
    public static Optional<LinkedEditingRanges> linked(Question question) {
        Optional<Symbol> macro =
                named(question)
                        .map(Occurrence::symbol)
                        .filter(symbol -> symbol.kind() == Kind.MACRO);
        if (macro.isEmpty()) {
            return Optional.empty();
        }
        boolean everywhere =
                question.view().reading(question.uri()).stream()
                        .flatMap(
                                root ->
                                        Index.of(root).of(macro.get()).stream()
                                                .map(
                                                        each ->
                                                                root.isIn(
                                                                        each.span(),
                                                                        question.uri())))
                        .allMatch(here -> here);
        List<Range> ranges =
                Index.of(question.analysis()).of(macro.get()).stream()
                        .filter(each -> question.holds(each.span()))
                        .map(each -> question.range(each.span()))
                        .distinct()
                        .toList();
        return everywhere && ranges.size() > 1
                ? Optional.of(new LinkedEditingRanges(ranges, MACRO_NAME))
                : Optional.empty();
    }
}
