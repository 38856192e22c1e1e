package vmconf.compiler.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vmconf.compiler.diagnostic.RuleInfo;

/// The Static Analysis Results Interchange Format, version 2.1.0: one run.
final class SarifReport implements Report {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final JsonDocument json;
    private final SarifPlaces places;
    private final SarifResult result;
    private final List<Checked> files = new ArrayList<>();

    SarifReport(PrintStream out, Settings settings) {
        this.json = new JsonDocument(out);
        this.places = new SarifPlaces(json);
        List<RuleInfo> rules = settings.rules().get();
        this.result = new SarifResult(json, indexes(rules));
        json.startObject();
        json.text("$schema", SCHEMA);
        json.text("version", "2.1.0");
        json.startArray("runs");
        json.startObject();
        SarifTool.write(json, rules, settings.version());
        json.text("columnKind", "unicodeCodePoints");
        json.startObject("originalUriBaseIds");
        json.startObject(SarifPlaces.BASE);
        json.message("description", "the folder in which vmconf ran");
        json.endObject();
        json.endObject();
        json.startArray("results");
    }

    private static Map<String, Integer> indexes(List<RuleInfo> rules) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            indexes.put(rules.get(i).code(), i);
        }
        return indexes;
    }

    @Override
    public void add(Checked file) {
        file.diagnostics().forEach(each -> result.write(file.file(), each));
        files.add(
                file instanceof Checked.Judged ? new Checked.Judged(file.file(), List.of()) : file);
    }

    @Override
    public void end() {
        json.endArray();
        artifacts();
        invocation();
        json.endObject();
        json.endArray();
        json.endObject();
        json.end();
    }

    /// What was checked, findings or not.
    private void artifacts() {
        json.startArray("artifacts");
        for (Checked file : files) {
            json.startObject();
            places.artifact("location", file.file());
            json.startArray("roles");
            json.value("analysisTarget");
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    private void invocation() {
        List<Checked.Unreadable> gone = new ArrayList<>();
        for (Checked file : files) {
            if (file instanceof Checked.Unreadable each) {
                gone.add(each);
            }
        }
        json.startArray("invocations");
        json.startObject();
        json.truth("executionSuccessful", gone.isEmpty());
        json.startArray("toolExecutionNotifications");
        gone.forEach(this::notification);
        json.endArray();
        json.endObject();
        json.endArray();
    }

    private void notification(Checked.Unreadable file) {
        json.startObject();
        json.startObject("descriptor");
        json.text("id", Unreadable.CODE);
        json.endObject();
        json.text("level", "error");
        json.message("message", Unreadable.message(file));
        json.startArray("locations");
        json.startObject();
        json.startObject("physicalLocation");
        places.artifact("artifactLocation", file.file());
        json.endObject();
        json.endObject();
        json.endArray();
        json.endObject();
    }
}
