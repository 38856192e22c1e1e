package vmconf.lsp.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import vmconf.compiler.diagnostic.Severity;
import vmconf.lsp.workspace.Analysis;
import vmconf.source.Origin;
import vmconf.source.Span;

/// One finding as a diagnostic.
final class Diagnosis {
    static final String SOURCE = "vmconf";

    /// Rules about text that could go: unused macros and remarks, what is replaced further down.
    private static final Set<String> UNNECESSARY =
            Set.of("VM102", "VM106", "VM250", "VM252", "VM602");

    /// Rules about what a release no longer has.
    private static final Set<String> DEPRECATED = Set.of("VM502");

    private final Details details;

    Diagnosis(Details details) {
        this.details = details;
    }

    Diagnostic of(vmconf.compiler.diagnostic.Diagnostic finding, Analysis root, Location place) {
        Diagnostic diagnostic = new Diagnostic();
        diagnostic.setRange(place.getRange());
        diagnostic.setSeverity(severity(finding.severity()));
        diagnostic.setCode(finding.code());
        diagnostic.setSource(SOURCE);
        String help = finding.help().map(text -> "\nhelp: " + text).orElse("");
        diagnostic.setMessage(finding.message() + help);
        List<DiagnosticTag> tags = tags(finding.code());
        if (details.tags() && !tags.isEmpty()) {
            diagnostic.setTags(tags);
        }
        details.page()
                .apply(finding.code())
                .map(DiagnosticCodeDescription::new)
                .ifPresent(diagnostic::setCodeDescription);
        List<DiagnosticRelatedInformation> places = related(finding, root);
        if (details.related() && !places.isEmpty()) {
            diagnostic.setRelatedInformation(places);
        }
        return diagnostic;
    }

    private static List<DiagnosticTag> tags(String code) {
        if (UNNECESSARY.contains(code)) {
            return List.of(DiagnosticTag.Unnecessary);
        }
        return DEPRECATED.contains(code) ? List.of(DiagnosticTag.Deprecated) : List.of();
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
    }

    private static List<DiagnosticRelatedInformation> related(
            vmconf.compiler.diagnostic.Diagnostic finding, Analysis root) {
        List<DiagnosticRelatedInformation> places = new ArrayList<>();
        for (var each : finding.related()) {
            add(places, root, each.span(), each.message());
        }
        Origin origin = finding.span().origin();
        origin.expansion().ifPresent(macro -> addMacro(places, root, macro));
        Optional<Origin.Inclusion> inclusion = origin.inclusion();
        while (inclusion.isPresent()) {
            Span at = inclusion.get().at();
            add(places, root, at, "included from here");
            inclusion = at.origin().inclusion();
        }
        return places;
    }

    private static void addMacro(
            List<DiagnosticRelatedInformation> places, Analysis root, Origin.Expansion macro) {
        String message = "macro \"%s\" is defined here".formatted(macro.macro());
        macro.definition().ifPresent(span -> add(places, root, span, message));
    }

    private static void add(
            List<DiagnosticRelatedInformation> places, Analysis root, Span span, String message) {
        root.location(span)
                .ifPresent(place -> places.add(new DiagnosticRelatedInformation(place, message)));
    }
}
