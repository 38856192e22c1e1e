package vmconf.compiler.report;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.source.Span;

/// Another place that explains a finding, with the role it plays.
record Step(Span span, String message) {
    private static final String INCLUDED = "included from here";

    /// Related places, then the definition of the macro, then includes, the nearest first.
    static List<Step> all(Diagnostic finding) {
        List<Step> steps = new ArrayList<>();
        for (Diagnostic.Related each : finding.related()) {
            steps.add(new Step(each.span(), each.message()));
        }
        steps.addAll(road(finding.span()).reversed());
        return steps;
    }

    /// The road on which the text was read: includes, the outermost first, then the definition of
    /// the macro.
    static List<Step> road(Span span) {
        List<Step> steps = new ArrayList<>();
        for (Span at : Trail.includes(span).reversed()) {
            steps.add(new Step(at, INCLUDED));
        }
        span.origin()
                .expansion()
                .ifPresent(
                        macro ->
                                macro.definition()
                                        .ifPresent(
                                                at ->
                                                        steps.add(
                                                                new Step(
                                                                        at,
                                                                        Trail.defined(macro)))));
        return steps;
    }
}
