package vmconf.lsp;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.Compiler;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.lsp.hints.Expanded;
import vmconf.lsp.hints.Lenses;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.View;

/// Commands of the server.
///
/// * `vmconf.expand URI`: the text of the root that a file is read from, expanded.
/// * `vmconf.roots URI`: the roots that a file may be read from, the one in use first.
/// * `vmconf.chooseRoot URI [ROOT]`: reads a file from that root, from all of them with an empty
/// one; asks the user without one.
/// * `vmconf.showRule CODE`: shows what there is to tell about a rule.
///
/// Those that only tell something are in [Previews].
final class Commands {
    static final String EXPAND = "vmconf.expand";
    static final String ROOTS = "vmconf.roots";
    static final String SHOW_RULE = "vmconf.showRule";
    static final List<String> NAMES =
            Stream.concat(
                            Stream.of(EXPAND, ROOTS, Lenses.CHOOSE_ROOT, SHOW_RULE),
                            Previews.NAMES.stream())
                    .toList();

    /// What the user chooses to read a file from every root.
    private static final String ALL = "all of them";

    private final Session session;
    private final Previews previews;

    Commands(Session session) {
        this.session = session;
        this.previews = new Previews(session);
    }

    CompletableFuture<@Nullable Object> run(ExecuteCommandParams params) {
        List<String> words = words(params.getArguments());
        var preview = previews.run(params.getCommand(), words);
        if (preview.isPresent()) {
            return preview.get();
        }
        if (words.isEmpty()) {
            throw refused(ResponseErrorCode.InvalidParams, "an argument is missing");
        }
        String first = words.getFirst();
        return switch (params.getCommand()) {
            case EXPAND -> session.<@Nullable Object>askView("", view -> expand(view, first));
            case ROOTS -> session.<@Nullable Object>askView(List.of(), view -> roots(view, first));
            case Lenses.CHOOSE_ROOT ->
                    words.size() > 1 ? choose(first, words.get(1)) : askForRoot(first);
            case SHOW_RULE -> showRule(first);
            default ->
                    throw refused(
                            ResponseErrorCode.InvalidParams,
                            "unknown command \"" + params.getCommand() + "\"");
        };
    }

    private static ResponseErrorException refused(ResponseErrorCode code, String message) {
        return new ResponseErrorException(new ResponseError(code, message, null));
    }

    private static List<String> words(@Nullable List<Object> arguments) {
        return arguments == null
                ? List.of()
                : arguments.stream()
                        .map(
                                each ->
                                        each instanceof JsonElement json && json.isJsonPrimitive()
                                                ? json.getAsString()
                                                : String.valueOf(each))
                        .toList();
    }

    private static Object expand(View view, String uri) {
        return view.about(uri).map(Expanded::of).orElse("");
    }

    private static Object roots(View view, String uri) {
        return view.reading(uri).stream().map(each -> each.root().uri()).toList();
    }

    private CompletableFuture<@Nullable Object> choose(String uri, String root) {
        session.choose(uri, Optional.of(root).filter(each -> !each.isEmpty()));
        return CompletableFuture.completedFuture(root);
    }

    private CompletableFuture<@Nullable Object> askForRoot(String uri) {
        return session.askView(List.<Analysis>of(), view -> view.reading(uri))
                .thenCompose(
                        roots -> {
                            ShowMessageRequestParams question =
                                    new ShowMessageRequestParams(
                                            Stream.concat(
                                                            roots.stream().map(Analysis::name),
                                                            Stream.of(ALL))
                                                    .map(MessageActionItem::new)
                                                    .toList());
                            question.setType(MessageType.Info);
                            question.setMessage("read this file from which root?");
                            return session.client()
                                    .showMessageRequest(question)
                                    .thenCompose(answer -> chosen(uri, roots, answer));
                        });
    }

    private CompletableFuture<@Nullable Object> chosen(
            String uri, List<Analysis> roots, @Nullable MessageActionItem answer) {
        if (answer != null && answer.getTitle().equals(ALL)) {
            return choose(uri, "");
        }
        return roots.stream()
                .filter(each -> answer != null && each.name().equals(answer.getTitle()))
                .findFirst()
                .map(each -> choose(uri, each.root().uri()))
                .orElse(CompletableFuture.completedFuture(null));
    }

    /// Where the client cannot show documents, in a message.
    private CompletableFuture<@Nullable Object> showRule(String code) {
        Optional<RuleInfo> rule = Compiler.explain(code);
        if (rule.isEmpty()) {
            throw refused(ResponseErrorCode.InvalidParams, "there is no rule \"" + code + "\"");
        }
        if (session.features().showsDocuments()) {
            Optional<String> page = session.pages().uri(rule.get().code());
            if (page.isPresent()) {
                return session.client()
                        .showDocument(new ShowDocumentParams(page.get()))
                        .thenApply(shown -> shown.isSuccess());
            }
        }
        session.client()
                .showMessage(
                        new MessageParams(
                                MessageType.Info, rule.get().title() + ": " + rule.get().reason()));
        return CompletableFuture.completedFuture(true);
    }
}
