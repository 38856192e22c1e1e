package vmconf.runtime.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Plan;

/// Files that hold what the test says.
public final class FakeConfiguration implements Configuration {
    /// What a spoilt file's report is as JSON.
    public static final String JSON = "{\"files\":[]}";

    private volatile Outcome own = new Outcome.Refused("nothing yet", Optional.empty());
    private volatile Outcome other = new Outcome.Refused("nothing yet", Optional.empty());
    private volatile Optional<Path> asked = Optional.empty();

    public void hold(Plan plan) {
        own = new Outcome.Read(plan);
    }

    public void holdElsewhere(Plan plan) {
        other = new Outcome.Read(plan);
    }

    public void spoil(String report) {
        own = new Outcome.Refused(report, Optional.of(JSON));
    }

    /// The file asked for last.
    public Optional<Path> asked() {
        return asked;
    }

    @Override
    public String seed() {
        return "seed";
    }

    @Override
    public Outcome own() {
        return own;
    }

    @Override
    public Outcome of(Path file) {
        asked = Optional.of(file);
        return other;
    }

    @Override
    public Explained why(Plan plan, List<String> words) {
        return words.contains("colour")
                ? new Explained.Unknown("no colour")
                : new Explained.Told(String.join(" ", words) + ": because\n");
    }
}
