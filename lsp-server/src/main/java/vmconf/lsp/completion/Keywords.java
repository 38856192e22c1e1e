package vmconf.lsp.completion;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItemKind;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.DirectiveInfo;
import vmconf.compiler.syntax.DirectiveKinds;
import vmconf.compiler.syntax.Expectation;
import vmconf.compiler.syntax.Expectation.ExpectedKeyword;
import vmconf.compiler.syntax.Keyword;
import vmconf.compiler.syntax.Macros;
import vmconf.lsp.workspace.Question;

/// The keywords that may be written at a place.
final class Keywords {
    private static final String ONCE = "error";

    private final Question question;
    private final CompletedWord word;
    private final Expectation expectation;

    Keywords(Question question, CompletedWord word, Expectation expectation) {
        this.question = question;
        this.word = word;
        this.expectation = expectation;
    }

    /// Without those of directives that the block has already and may have once.
    Stream<Proposal> all() {
        Set<String> written = writtenOnce();
        return expectation.keywords().stream()
                .flatMap(each -> proposal(each, isWritten(each, written)).stream());
    }

    private static boolean isWritten(ExpectedKeyword each, Set<String> written) {
        return each.starts()
                && each.directive().map(info -> written.contains(info.name())).orElse(false);
    }

    /// Behind a `boot PATH`, `boot device` may still be written.
    private Optional<Proposal> proposal(ExpectedKeyword expected, boolean written) {
        if (!written) {
            return Optional.of(proposal(expected));
        }
        return expected.keyword() == Keyword.BOOT
                ? Optional.of(proposal(expected).withSnippet(Optional.of("boot device ${1:disk}")))
                : Optional.empty();
    }

    private Set<String> writtenOnce() {
        Set<String> written = new HashSet<>();
        question.config()
                .vms()
                .filter(vm -> question.isIn(vm.span()))
                .flatMap(vm -> vm.options().stream())
                .filter(option -> !question.isIn(option.span()))
                .forEach(option -> once(option).ifPresent(written::add));
        return written;
    }

    private static Optional<String> once(Directive option) {
        return Optional.ofNullable(DirectiveKinds.ALL.get(option.getClass()))
                .filter(info -> info.repeat().equals(ONCE))
                .map(DirectiveInfo::name);
    }

    private Proposal proposal(ExpectedKeyword expected) {
        String keyword = expected.keyword().word();
        Proposal plain =
                new Proposal(
                        keyword,
                        CompletionItemKind.Keyword,
                        keyword,
                        Optional.empty(),
                        expected.directive().map(DirectiveInfo::form).orElse(""),
                        expected.directive().map(DirectiveInfo::name),
                        List.of(" "));
        if (word.hasTail()) {
            return plain;
        }
        return plain.withSnippet(
                expected.starts()
                        ? expected.directive().flatMap(info -> Snippet.of(expected.keyword(), info))
                        : Snippet.following(expected));
    }

    static Proposal macro(Macros.Macro macro) {
        return Proposal.of(
                macro.name(),
                CompletionItemKind.Variable,
                macro.name(),
                "= \"" + macro.value() + "\"");
    }
}
