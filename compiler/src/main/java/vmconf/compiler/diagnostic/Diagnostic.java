package vmconf.compiler.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vmconf.source.Span;

/// One finding.
///
/// @param code stable code of the rule, e.g. `VM201`
/// @param message what is wrong: lower case, no final period, the user's text in double quotes
/// @param span where; the first character is the place named in text output
/// @param related other places that explain it, e.g. the first definition
/// @param help the way out
/// @param fix an edit that removes it
public record Diagnostic(
        String code,
        Severity severity,
        String message,
        Span span,
        List<Related> related,
        Optional<String> help,
        Optional<Fix> fix) {

    /// In the order of the text; at one place, by code.
    public static final Comparator<Diagnostic> BY_PLACE =
            Comparator.<Diagnostic>comparingInt(each -> each.span().start())
                    .thenComparing(Diagnostic::code);

    /// Another place, with the role it plays, e.g. `first defined here`.
    public record Related(Span span, String message) {}

    /// Longest message in characters; the middle of a longer one is left out.
    private static final int MAX_MESSAGE = 400;

    public Diagnostic {
        related = List.copyOf(related);
        if (message.length() > MAX_MESSAGE) {
            int half = MAX_MESSAGE / 2;
            message =
                    message.substring(0, half) + "..." + message.substring(message.length() - half);
        }
    }

    /// The same with another place.
    public Diagnostic with(Span place, String role) {
        List<Related> more = new ArrayList<>(related);
        more.add(new Related(place, role));
        return new Diagnostic(code, severity, message, span, more, help, fix);
    }

    /// The same with a way out.
    public Diagnostic withHelp(String text) {
        return new Diagnostic(code, severity, message, span, related, Optional.of(text), fix);
    }

    /// The same with a way out, if there is one.
    public Diagnostic withHelp(Optional<String> text) {
        return text.map(this::withHelp).orElse(this);
    }

    /// The same with an edit, if there is one.
    public Diagnostic withFix(Optional<Fix> edit) {
        return edit.isEmpty()
                ? this
                : new Diagnostic(code, severity, message, span, related, help, edit);
    }

    /// The same, as bad as given.
    public Diagnostic withSeverity(Severity other) {
        return other == severity
                ? this
                : new Diagnostic(code, other, message, span, related, help, fix);
    }
}
