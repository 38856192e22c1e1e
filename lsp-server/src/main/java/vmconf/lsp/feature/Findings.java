package vmconf.lsp.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import vmconf.compiler.diagnostic.Severity;
import vmconf.lsp.workspace.Analysis;
import vmconf.source.Origin;
import vmconf.source.Span;

/// The compiler's findings as the protocol's diagnostics, by the URI of the file they lie in.
public final class Findings {
    private static final String SOURCE = "vmconf";

    private final boolean related;

    /// @param related whether the client shows related places
    public Findings(boolean related) {
        this.related = related;
    }

    /// The diagnostics of all roots. One that two roots share is there once.
    public Map<String, List<Diagnostic>> of(List<Analysis> roots) {
        Map<String, Set<Diagnostic>> found = new LinkedHashMap<>();
        for (Analysis root : roots) {
            root.files().forEach(file -> found.putIfAbsent(file.uri(), new LinkedHashSet<>()));
            for (var finding : root.compilation().diagnostics()) {
                root.location(finding.span())
                        .ifPresent(
                                place ->
                                        found.computeIfAbsent(
                                                        place.getUri(), _ -> new LinkedHashSet<>())
                                                .add(diagnostic(finding, root)));
            }
        }
        Map<String, List<Diagnostic>> lists = new LinkedHashMap<>();
        found.forEach((uri, diagnostics) -> lists.put(uri, List.copyOf(diagnostics)));
        return lists;
    }

    private Diagnostic diagnostic(vmconf.compiler.diagnostic.Diagnostic finding, Analysis root) {
        Diagnostic diagnostic = new Diagnostic();
        root.location(finding.span()).ifPresent(place -> diagnostic.setRange(place.getRange()));
        diagnostic.setSeverity(severity(finding.severity()));
        diagnostic.setCode(finding.code());
        diagnostic.setSource(SOURCE);
        String help = finding.help().map(text -> "\nhelp: " + text).orElse("");
        diagnostic.setMessage(finding.message() + help);
        List<DiagnosticRelatedInformation> places = related(finding, root);
        if (related && !places.isEmpty()) {
            diagnostic.setRelatedInformation(places);
        }
        return diagnostic;
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
        origin.expansion()
                .ifPresent(
                        macro ->
                                macro.definition()
                                        .ifPresent(
                                                span ->
                                                        add(
                                                                places,
                                                                root,
                                                                span,
                                                                "macro \"%s\" is defined here"
                                                                        .formatted(
                                                                                macro.macro()))));
        Optional<Origin.Inclusion> inclusion = origin.inclusion();
        while (inclusion.isPresent()) {
            Span at = inclusion.get().at();
            add(places, root, at, "included from here");
            inclusion = at.origin().inclusion();
        }
        return places;
    }

    private static void add(
            List<DiagnosticRelatedInformation> places, Analysis root, Span span, String message) {
        root.location(span)
                .ifPresent(place -> places.add(new DiagnosticRelatedInformation(place, message)));
    }
}
