package vmconf.compiler.diagnostic;

import java.util.List;
import java.util.Optional;
import vmconf.source.Span;

/// What `vmconf explain` tells about a rule.
///
/// @param code stable, never used again for another rule
/// @param severity of its findings
/// @param title what is wrong, in a few words
/// @param reason why it matters: what happens at start, or which rule of vm.conf(5) it breaks
/// @param example a vm.conf that breaks this rule and no other
public record RuleInfo(
        String code, Severity severity, String title, String reason, String example) {

    /// A finding of this rule.
    public Diagnostic at(Span span, String message) {
        return new Diagnostic(code, severity, message, span, List.of(), Optional.empty());
    }
}
