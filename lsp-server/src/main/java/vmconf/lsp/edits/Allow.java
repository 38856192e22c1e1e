package vmconf.lsp.edits;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.TextEdit;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.syntax.Written;

/// A remark that allows a finding, at the end of its line or, where there is no room for it, above.
final class Allow {
    private Allow() {}

    static Optional<CodeAction> action(Place place, Diagnostic finding) {
        List<Written> words = place.words();
        int start = finding.span().start();
        String text = place.question().text().content();
        int lineEnd = place.question().text().endOfLine(start);
        boolean inside =
                words.stream().anyMatch(each -> each.start() < lineEnd && lineEnd < each.end());
        boolean taken =
                words.stream()
                        .filter(each -> each.kind() == Written.Kind.COMMENT)
                        .anyMatch(each -> each.start() <= lineEnd && each.end() >= lineEnd);
        boolean continued = lineEnd > 0 && text.charAt(lineEnd - 1) == '\\';
        String remark = "# vmconf: allow " + finding.code() + " reason";
        FileEdits edits = new FileEdits();
        if (!inside && !taken && !continued) {
            edits.add(
                    place.question().uri(),
                    new TextEdit(place.question().range(lineEnd, lineEnd), " " + remark));
        } else {
            int lineStart = text.lastIndexOf('\n', start - 1) + 1;
            boolean above =
                    words.stream()
                            .noneMatch(each -> each.start() < lineStart && lineStart < each.end());
            boolean joined = lineStart > 1 && text.charAt(lineStart - 2) == '\\';
            if (!above || joined) {
                return Optional.empty();
            }
            edits.add(
                    place.question().uri(),
                    new TextEdit(
                            place.question().range(lineStart, lineStart),
                            indent(text, lineStart) + remark + "\n"));
        }
        return Optional.of(
                place.action("allow " + finding.code() + " here", CodeActionKind.QuickFix, edits));
    }

    private static String indent(String text, int lineStart) {
        int end = lineStart;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(lineStart, end);
    }
}
