package vmconf.lsp.symbols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import vmconf.lsp.workspace.Question;

/// Tokens of documents for colouring: all of them, those of a range, or what has changed since.
public final class SemanticColours {
    /// Documents whose last answer is kept; the client asks for changes only of those it shows.
    private static final int MOST = 50;

    private record Answer(String id, List<Integer> data) {}

    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private long count;

    public SemanticTokens all(Question question) {
        Answer answer = answer(question);
        return new SemanticTokens(answer.id, answer.data);
    }

    public SemanticTokens in(Question question, Range range) {
        return new SemanticTokens(
                Tokens.of(
                        question,
                        question.text().offset(range.getStart()),
                        question.text().offset(range.getEnd())));
    }

    /// What has changed since an answer; all tokens where that is not known any more.
    ///
    /// @param previous the id of that answer
    public Either<SemanticTokens, SemanticTokensDelta> since(Question question, String previous) {
        Answer before = known(question.uri());
        Answer now = answer(question);
        return before.id.equals(previous)
                ? Either.forRight(new SemanticTokensDelta(edits(before.data, now.data), now.id))
                : Either.forLeft(new SemanticTokens(now.id, now.data));
    }

    private synchronized Answer known(String uri) {
        return answers.getOrDefault(uri, new Answer("", List.of()));
    }

    private Answer answer(Question question) {
        List<Integer> data = Tokens.of(question, 0, question.text().content().length());
        synchronized (this) {
            Answer answer = new Answer(Long.toString(++count), data);
            answers.remove(question.uri());
            answers.put(question.uri(), answer);
            if (answers.size() > MOST) {
                answers.remove(answers.keySet().iterator().next());
            }
            return answer;
        }
    }

    /// One edit: what stands between the common start and the common end.
    private static List<SemanticTokensEdit> edits(List<Integer> before, List<Integer> now) {
        int shorter = Math.min(before.size(), now.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.get(before.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        if (before.size() == now.size() && start == before.size()) {
            return List.of();
        }
        return List.of(
                new SemanticTokensEdit(
                        start,
                        before.size() - end - start,
                        List.copyOf(now.subList(start, now.size() - end))));
    }
}
