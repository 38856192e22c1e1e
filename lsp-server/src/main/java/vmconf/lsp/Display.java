package vmconf.lsp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemKindCapabilities;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.ParameterInformationCapabilities;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpCapabilities;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;
import org.jspecify.annotations.Nullable;

/// Answers as the client can show them: without Markdown where it reads none, and without members
/// that it does not know.
final class Display {
    private final boolean hover;
    private final boolean proposals;
    private final boolean kinds;
    private final boolean commits;
    private final boolean signatures;
    private final boolean offsets;
    private final boolean preferred;

    Display(Optional<TextDocumentClientCapabilities> text) {
        Optional<SignatureInformationCapabilities> signature =
                get(
                        get(text, TextDocumentClientCapabilities::getSignatureHelp),
                        SignatureHelpCapabilities::getSignatureInformation);
        hover =
                readsMarkdown(
                        get(
                                get(text, TextDocumentClientCapabilities::getHover),
                                HoverCapabilities::getContentFormat));
        Optional<CompletionCapabilities> completion =
                get(text, TextDocumentClientCapabilities::getCompletion);
        Optional<CompletionItemCapabilities> item =
                get(completion, CompletionCapabilities::getCompletionItem);
        proposals = readsMarkdown(get(item, CompletionItemCapabilities::getDocumentationFormat));
        commits = get(item, CompletionItemCapabilities::getCommitCharactersSupport).orElse(false);
        kinds =
                get(
                                get(completion, CompletionCapabilities::getCompletionItemKind),
                                CompletionItemKindCapabilities::getValueSet)
                        .isPresent();
        signatures =
                readsMarkdown(
                        get(signature, SignatureInformationCapabilities::getDocumentationFormat));
        offsets =
                get(
                                get(
                                        signature,
                                        SignatureInformationCapabilities::getParameterInformation),
                                ParameterInformationCapabilities::getLabelOffsetSupport)
                        .orElse(false);
        preferred =
                get(
                                get(text, TextDocumentClientCapabilities::getCodeAction),
                                CodeActionCapabilities::getIsPreferredSupport)
                        .orElse(false);
    }

    Hover of(Hover made) {
        if (made.getContents().isRight()) {
            plain(made.getContents().getRight(), hover);
        }
        return made;
    }

    CompletionList of(CompletionList made) {
        made.getItems().forEach(this::of);
        return made;
    }

    CompletionItem of(CompletionItem made) {
        if (!kinds && made.getKind() == CompletionItemKind.Folder) {
            made.setKind(CompletionItemKind.File);
        } else if (!kinds && made.getKind() == CompletionItemKind.EnumMember) {
            made.setKind(CompletionItemKind.Value);
        }
        if (!commits) {
            made.setCommitCharacters(null);
        }
        plain(made.getDocumentation(), proposals);
        return made;
    }

    SignatureHelp of(SignatureHelp made) {
        made.getSignatures().forEach(this::of);
        return made;
    }

    CodeAction of(CodeAction made) {
        if (!preferred) {
            made.setIsPreferred(null);
        }
        return made;
    }

    private void of(SignatureInformation made) {
        plain(made.getDocumentation(), signatures);
        for (ParameterInformation each : made.getParameters()) {
            if (!offsets && each.getLabel().isRight()) {
                Tuple.Two<Integer, Integer> part = each.getLabel().getRight();
                each.setLabel(made.getLabel().substring(part.getFirst(), part.getSecond()));
            }
        }
    }

    private static void plain(@Nullable Either<String, MarkupContent> text, boolean markdown) {
        if (text != null && text.isRight()) {
            plain(text.getRight(), markdown);
        }
    }

    /// Our Markdown is fences, backticks and stars around words, all of which can go.
    private static void plain(MarkupContent text, boolean markdown) {
        if (markdown || !text.getKind().equals(MarkupKind.MARKDOWN)) {
            return;
        }
        StringBuilder plain = new StringBuilder();
        text.getValue()
                .lines()
                .filter(line -> !line.startsWith("```") && !line.equals("---"))
                .forEach(
                        line -> plain.append(line.replace("**", "").replace("`", "")).append('\n'));
        text.setKind(MarkupKind.PLAINTEXT);
        text.setValue(plain.toString().strip());
    }

    private static boolean readsMarkdown(Optional<List<String>> formats) {
        return formats.map(each -> each.contains(MarkupKind.MARKDOWN)).orElse(false);
    }

    private static <T, R> Optional<R> get(Optional<T> from, Function<T, @Nullable R> member) {
        return from.flatMap(value -> Optional.ofNullable(member.apply(value)));
    }
}
