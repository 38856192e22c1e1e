package vmconf.compiler.rule;

import java.util.stream.Stream;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.TextTrap;
import vmconf.source.Span;

/// A backslash at the end of a comment, which makes the next line part of it.
final class ContinuedComment implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo(
                    "VM009",
                    Severity.WARNING,
                    "comment swallows the next line",
                    "A backslash joins lines in comments too, so vmd does not see the next one.",
                    "# images are in \\var\\vm\\\nlocal inet6\nvm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n",
                    "# images are in /var/vm\nlocal inet6\nvm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Diagnostic> check(Config config) {
        return Traps.findings(config, TextTrap.Kind.CONTINUED_COMMENT, ContinuedComment::finding)
                .filter(each -> swallowsText(each.span()));
    }

    private static Diagnostic finding(TextTrap trap) {
        Span backslash = backslash(trap.span());
        return INFO.at(backslash, "the next line is part of this comment")
                .withFix(Fix.replace("remove the backslash", false, backslash, ""));
    }

    private static Span backslash(Span continuation) {
        int start = continuation.start();
        return new Span(continuation.file(), start, start + 1, continuation.origin());
    }

    /// An empty line, or one that is a comment anyway, may well be swallowed.
    private static boolean swallowsText(Span backslash) {
        String text = backslash.file().text();
        int at = text.indexOf('\n', backslash.end()) + 1;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '#';
    }
}
