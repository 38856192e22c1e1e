package vmconf.lsp.completion;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.Directives;
import vmconf.compiler.syntax.Expectation;
import vmconf.lsp.hover.Documentation;
import vmconf.lsp.workspace.Question;

/// What may be written at a place: keywords, names and values that are valid there, and no others.
public final class Completion {
    private final boolean snippets;
    private final boolean resolves;

    /// @param snippets whether the client knows snippets
    /// @param resolves whether it asks for the documentation of the item that it shows
    public Completion(boolean snippets, boolean resolves) {
        this.snippets = snippets;
        this.resolves = resolves;
    }

    /// All that may be written at the place; the client narrows it down as more is typed.
    public CompletionList at(Question question) {
        Optional<RemarkWords> remark = RemarkWords.at(question);
        if (remark.isPresent()) {
            return list(question, remark.get().start(), question.offset(), remark.get().all());
        }
        if (isBehindBackslash(question)) {
            return new CompletionList(false, List.of());
        }
        Expectation expectation = question.expectation(question.offset());
        CompletedWord word =
                CompletedWord.at(
                        question.text().content(), question.offset(), expectation.prefix());
        List<Proposal> all =
                Stream.of(
                                new Values(question, word, expectation).all(),
                                new Keywords(question, word, expectation).all(),
                                expectation.macros().stream().map(Keywords::macro))
                        .flatMap(each -> each)
                        .toList();
        return list(question, word.start(), word.end(), all);
    }

    /// What is written there would not be what it looks like.
    private static boolean isBehindBackslash(Question question) {
        int before = question.offset() - 1;
        return before >= 0 && question.text().content().charAt(before) == '\\';
    }

    private CompletionList list(Question question, int start, int end, List<Proposal> all) {
        Range range = question.range(start, end);
        List<CompletionItem> items = new ArrayList<>();
        for (Proposal each : all) {
            CompletionItem item = item(each, range);
            item.setSortText("%04d".formatted(items.size()));
            items.add(item);
        }
        return new CompletionList(false, items);
    }

    private CompletionItem item(Proposal proposal, Range range) {
        CompletionItem item = new CompletionItem(proposal.label());
        item.setKind(proposal.kind());
        Optional<String> snippet = proposal.snippet().filter(_ -> snippets);
        item.setInsertTextFormat(
                snippet.isPresent() ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
        item.setTextEdit(Either.forLeft(new TextEdit(range, snippet.orElse(proposal.text()))));
        item.setFilterText(proposal.text());
        if (!proposal.detail().isEmpty()) {
            item.setDetail(proposal.detail());
        }
        if (!proposal.commits().isEmpty() && snippet.isEmpty()) {
            item.setCommitCharacters(proposal.commits());
        }
        proposal.directive()
                .ifPresent(
                        name -> {
                            item.setData(new JsonPrimitive(name));
                            if (!resolves) {
                                document(item, name);
                            }
                        });
        return item;
    }

    /// An item with its documentation.
    public static CompletionItem resolved(CompletionItem item) {
        if (item.getData() instanceof JsonElement data && data.isJsonPrimitive()) {
            document(item, data.getAsString());
        }
        return item;
    }

    private static void document(CompletionItem item, String directive) {
        Directives.ALL.stream()
                .filter(info -> info.name().equals(directive))
                .findFirst()
                .map(Completion::documentation)
                .ifPresent(item::setDocumentation);
    }

    private static MarkupContent documentation(DirectiveInfo directive) {
        return new MarkupContent(MarkupKind.MARKDOWN, Documentation.of(directive));
    }
}
