package vmconf.compiler.diagnostic;

import java.util.List;
import java.util.Optional;
import vmconf.source.Span;

/// What `vmconf explain` tells about a rule.
///
/// @param code stable, never used again for another rule
/// @param severity of its findings for the targets of OpenBSD
/// @param onNative of its findings for our own runtime; absent: there it finds nothing
/// @param adjustable a project may set another severity; always so unless it is an error without
///     which no plan can be made
/// @param title what is wrong, in a few words
/// @param reason why it matters: what happens at start, or which rule of vm.conf(5) it breaks
/// @param example a vm.conf that breaks this rule and no other
/// @param fixed the same, right; it breaks no rule
public record RuleInfo(
        String code,
        Severity severity,
        Optional<Severity> onNative,
        boolean adjustable,
        String title,
        String reason,
        String example,
        String fixed) {

    /// A rule that is as bad on every target; an error is not adjustable.
    public RuleInfo(
            String code,
            Severity severity,
            String title,
            String reason,
            String example,
            String fixed) {
        this(
                code,
                severity,
                Optional.of(severity),
                severity != Severity.ERROR,
                title,
                reason,
                example,
                fixed);
    }

    /// The same, as bad as given for our own runtime.
    public RuleInfo onNative(Severity other) {
        return new RuleInfo(
                code, severity, Optional.of(other), adjustable, title, reason, example, fixed);
    }

    /// The same, for the targets of OpenBSD alone.
    public RuleInfo onlyOpenbsd() {
        return new RuleInfo(
                code, severity, Optional.empty(), adjustable, title, reason, example, fixed);
    }

    /// The same error, which a project may take for less: a plan can be made all the same.
    public RuleInfo asAdjustable() {
        return new RuleInfo(code, severity, onNative, true, title, reason, example, fixed);
    }

    /// A finding of this rule.
    public Diagnostic at(Span span, String message) {
        return new Diagnostic(
                code, severity, message, span, List.of(), Optional.empty(), Optional.empty());
    }
}
