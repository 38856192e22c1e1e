package vmconf.lsp.completion;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItemKind;

/// Something that may be written.
///
/// @param label what the user sees
/// @param text what is written in place of the word at the caret
/// @param snippet the same with places to fill in, for clients that know snippets
/// @param detail one line about it
/// @param directive the name of the directive that its documentation is about
/// @param commits characters that accept it and are then typed
record Proposal(
        String label,
        CompletionItemKind kind,
        String text,
        Optional<String> snippet,
        String detail,
        Optional<String> directive,
        List<String> commits) {

    static Proposal of(String label, CompletionItemKind kind, String text, String detail) {
        return new Proposal(
                label, kind, text, Optional.empty(), detail, Optional.empty(), List.of());
    }

    Proposal withSnippet(Optional<String> other) {
        return new Proposal(label, kind, text, other, detail, directive, commits);
    }

    Proposal about(String name) {
        return new Proposal(label, kind, text, snippet, detail, Optional.of(name), commits);
    }

    Proposal committedBy(String... characters) {
        return new Proposal(label, kind, text, snippet, detail, directive, List.of(characters));
    }
}
