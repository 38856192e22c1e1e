package vmconf.lsp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;
import vmconf.compiler.Compiler;
import vmconf.compiler.syntax.Directive;
import vmconf.lsp.hover.RulePage;
import vmconf.lsp.preview.CommittedPlan;
import vmconf.lsp.preview.Picture;
import vmconf.lsp.preview.PlanView;
import vmconf.lsp.preview.Reading;
import vmconf.lsp.preview.RuleTitle;
import vmconf.lsp.preview.Tally;
import vmconf.lsp.workspace.Analysis;
import vmconf.lsp.workspace.Question;
import vmconf.lsp.workspace.View;

/// Commands that tell what open documents come to, with their unsaved text. None changes anything.
///
/// * `vmconf.reading URI`: from which root a file is read, for which target.
/// * `vmconf.plan URI [VM]`: the plan of the root that a file is read from, or one VM of it.
/// * `vmconf.committedPlan URI [REVISION]`: the same of what git has, by default of `HEAD`.
/// * `vmconf.vmAt URI LINE CHARACTER`: the name of the VM around a place; null outside of VMs.
/// * `vmconf.graph URI`: the picture.
/// * `vmconf.tally`: counts the findings of the workspace, open or not.
/// * `vmconf.rules`: all rules; `vmconf.rule CODE`: the page of one, as Markdown.
final class Previews {
    /// What a command does with its arguments.
    private interface Answer {
        CompletableFuture<@Nullable Object> to(List<String> words);
    }

    /// @param least as many arguments it needs
    private record Asked(int least, Answer answer) {}

    static final List<String> NAMES =
            List.of(
                    "vmconf.reading",
                    "vmconf.plan",
                    "vmconf.committedPlan",
                    "vmconf.vmAt",
                    "vmconf.graph",
                    "vmconf.tally",
                    "vmconf.rules",
                    "vmconf.rule");

    private final Session session;
    private final Map<String, Asked> commands =
            Map.of(
                    "vmconf.reading", new Asked(1, words -> reading(words.getFirst())),
                    "vmconf.plan", new Asked(1, this::plan),
                    "vmconf.committedPlan", new Asked(1, this::committed),
                    "vmconf.vmAt", new Asked(3, this::vmAt),
                    "vmconf.graph", new Asked(1, words -> about(words.getFirst(), Picture::of)),
                    "vmconf.tally", new Asked(0, _ -> tally()),
                    "vmconf.rules", new Asked(0, _ -> done(RuleTitle.all())),
                    "vmconf.rule", new Asked(1, words -> done(page(words.getFirst()))));

    Previews(Session session) {
        this.session = session;
    }

    /// The answer to a command; nothing when it is none of these.
    Optional<CompletableFuture<@Nullable Object>> run(String command, List<String> words) {
        return Optional.ofNullable(commands.get(command))
                .map(
                        asked -> {
                            if (words.size() < asked.least) {
                                throw refused("an argument is missing");
                            }
                            return asked.answer.to(words);
                        });
    }

    private static ResponseErrorException refused(String message) {
        return new ResponseErrorException(
                new ResponseError(ResponseErrorCode.InvalidParams, message, null));
    }

    private static CompletableFuture<@Nullable Object> done(Object answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private CompletableFuture<@Nullable Object> ask(Function<View, Optional<Object>> answer) {
        return orNull(session.askView(Optional.empty(), answer));
    }

    private static CompletableFuture<@Nullable Object> orNull(
            CompletableFuture<Optional<Object>> answer) {
        return answer.<@Nullable Object>thenApply(each -> each.orElse(null));
    }

    /// Null about a file that is not open.
    private CompletableFuture<@Nullable Object> about(
            String uri, Function<Analysis, Object> answer) {
        return ask(view -> view.about(uri).map(answer));
    }

    private CompletableFuture<@Nullable Object> reading(String uri) {
        return ask(view -> Reading.of(view, uri).map(each -> each));
    }

    private CompletableFuture<@Nullable Object> plan(List<String> words) {
        return about(
                words.getFirst(),
                words.size() > 1 ? analysis -> PlanView.of(analysis, words.get(1)) : PlanView::of);
    }

    private CompletableFuture<@Nullable Object> committed(List<String> words) {
        String revision = words.size() > 1 ? words.get(1) : "HEAD";
        return about(words.getFirst(), analysis -> CommittedPlan.of(analysis, revision));
    }

    private CompletableFuture<@Nullable Object> vmAt(List<String> words) {
        Position place = new Position(number(words.get(1)), number(words.get(2)));
        TextDocumentIdentifier document = new TextDocumentIdentifier(words.getFirst());
        return orNull(session.ask(document, place, Optional.empty(), Previews::vmAround));
    }

    private static Optional<Object> vmAround(Question question) {
        return question.config().statements().stream()
                .filter(each -> each instanceof Directive.Vm && question.isIn(each.span()))
                .<Object>map(each -> ((Directive.Vm) each).name().text())
                .findFirst();
    }

    private static int number(String word) {
        try {
            return Math.max(0, Integer.parseInt(word));
        } catch (NumberFormatException e) {
            throw refused("\"" + word + "\" is no number");
        }
    }

    private CompletableFuture<@Nullable Object> tally() {
        return orNull(
                session.askEverything(
                        Optional.empty(),
                        view -> Optional.of(Tally.of(view, session.findings().of(view)))));
    }

    private static String page(String code) {
        return Compiler.explain(code)
                .map(RulePage::of)
                .orElseThrow(() -> refused("there is no rule \"" + code + "\""));
    }
}
