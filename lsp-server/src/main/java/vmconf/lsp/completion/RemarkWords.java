package vmconf.lsp.completion;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItemKind;
import vmconf.compiler.Compiler;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.lsp.workspace.Question;

/// What may be written in a remark: `allow`, and the codes of rules.
///
/// @param start offset of the word that is being written
record RemarkWords(int start, List<Proposal> all) {
    private static final Pattern REMARK =
            Pattern.compile(
                    "#[ \\t]*vmconf:[ \\t]*(?:(?<codes>allow[ \\t][^\\n]*?)?)(?<word>\\w*)$");
    private static final Pattern CODES =
            Pattern.compile("allow[ \\t]+(?:VM\\d{3}[ \\t,]+)*", Pattern.CASE_INSENSITIVE);

    static Optional<RemarkWords> at(Question question) {
        String text = question.text().content();
        int line = text.lastIndexOf('\n', question.offset() - 1) + 1;
        Matcher remark = REMARK.matcher(text.substring(line, question.offset()));
        if (!remark.find()) {
            return Optional.empty();
        }
        int start = question.offset() - remark.group("word").length();
        String codes = remark.group("codes");
        if (codes == null) {
            return Optional.of(new RemarkWords(start, List.of(allow())));
        }
        return CODES.matcher(codes).matches()
                ? Optional.of(new RemarkWords(start, rules()))
                : Optional.of(new RemarkWords(start, List.of()));
    }

    private static Proposal allow() {
        return Proposal.of("allow", CompletionItemKind.Keyword, "allow", "allow CODE reason");
    }

    private static List<Proposal> rules() {
        return Compiler.rules().stream()
                .filter(RuleInfo::adjustable)
                .map(
                        rule ->
                                Proposal.of(
                                        rule.code(),
                                        CompletionItemKind.EnumMember,
                                        rule.code(),
                                        rule.title()))
                .toList();
    }
}
