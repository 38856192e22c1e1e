package vmconf.compiler.report;

import java.util.List;
import java.util.Map;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.source.Span;

/// Findings as results of a SARIF run.
final class SarifResult {
    /// Version of the way in which fingerprints are made.
    private static final String FINGERPRINT = "vmconf/v1";

    private final JsonDocument json;
    private final SarifPlaces places;
    private final Map<String, Integer> rules;
    private final Fingerprints fingerprints = new Fingerprints();

    /// @param rules place of each code among the rules of the tool
    SarifResult(JsonDocument json, Map<String, Integer> rules) {
        this.json = json;
        this.places = new SarifPlaces(json);
        this.rules = rules;
    }

    /// @param checked the file that was checked, which may include the finding's
    void write(String checked, Diagnostic finding) {
        json.startObject();
        json.text("ruleId", finding.code());
        Integer index = rules.get(finding.code());
        if (index != null) {
            json.number("ruleIndex", index);
        }
        json.text("level", finding.severity().word());
        json.message("message", message(finding));
        json.startArray("locations");
        places.location(finding.span());
        json.endArray();
        relatedLocations(Step.all(finding));
        codeFlows(finding, Step.road(finding.span()));
        json.startObject("partialFingerprints");
        json.text(FINGERPRINT, fingerprints.of(checked, finding));
        json.endObject();
        finding.fix().ifPresent(this::fixes);
        json.endObject();
    }

    private static String message(Diagnostic finding) {
        Span span = finding.span();
        StringBuilder message = new StringBuilder(finding.message());
        if (Trail.definition(span).isEmpty()) {
            Trail.macro(span).ifPresent(from -> message.append(" (").append(from).append(')'));
        }
        finding.help().ifPresent(help -> message.append("\nhelp: ").append(help));
        return message.toString();
    }

    private void relatedLocations(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        json.startArray("relatedLocations");
        int id = 1;
        for (Step step : steps) {
            json.startObject();
            json.number("id", id++);
            places.location(step);
            json.endObject();
        }
        json.endArray();
    }

    /// The road of the text, which ends at the finding.
    private void codeFlows(Diagnostic finding, List<Step> road) {
        if (road.isEmpty()) {
            return;
        }
        json.startArray("codeFlows");
        json.startObject();
        json.startArray("threadFlows");
        json.startObject();
        json.startArray("locations");
        road.forEach(this::flow);
        flow(new Step(finding.span(), finding.message()));
        json.endArray();
        json.endObject();
        json.endArray();
        json.endObject();
        json.endArray();
    }

    private void flow(Step step) {
        json.startObject();
        json.startObject("location");
        places.location(step);
        json.endObject();
        json.number("nestingLevel", Trail.includes(step.span()).size());
        json.endObject();
    }

    /// A fix without changes would make consumers refuse the whole document.
    private void fixes(Fix fix) {
        if (fix.edits().isEmpty()) {
            return;
        }
        json.startArray("fixes");
        json.startObject();
        json.message("description", fix.title());
        json.startArray("artifactChanges");
        Fix.Edit.byFile(fix.edits()).forEach(this::change);
        json.endArray();
        json.startObject("properties");
        json.truth("safe", fix.safe());
        json.endObject();
        json.endObject();
        json.endArray();
    }

    private void change(String file, List<Fix.Edit> edits) {
        json.startObject();
        places.artifact("artifactLocation", file);
        json.startArray("replacements");
        for (Fix.Edit edit : edits) {
            json.startObject();
            places.region("deletedRegion", edit.span());
            json.message("insertedContent", edit.text());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
}
