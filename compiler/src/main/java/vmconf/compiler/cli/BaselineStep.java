package vmconf.compiler.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.baseline.Baseline;
import vmconf.compiler.baseline.BaselineFile;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.report.Checked;

/// Lets the findings of a baseline rest.
///
/// With `--update-baseline`, a baseline that is missing is written with all that was found, and
/// one that is there loses what is gone; nothing is ever added to it.
final class BaselineStep {
    private final Path file;
    private final boolean update;
    private final Optional<Baseline.Use> use;
    private final List<Diagnostic> found = new ArrayList<>();

    private BaselineStep(Path file, boolean update, Optional<Baseline.Use> use) {
        this.file = file;
        this.update = update;
        this.use = use;
    }

    static BaselineStep of(Path file, boolean update) throws UsageException {
        if (update && !Files.exists(file)) {
            return new BaselineStep(file, true, Optional.empty());
        }
        try {
            return new BaselineStep(file, update, Optional.of(BaselineFile.read(file).use()));
        } catch (BaselineFile.BaselineException e) {
            String help = Files.exists(file) ? "" : "; --update-baseline makes a new one";
            throw new UsageException(e.getMessage() + help);
        }
    }

    /// What is new about a file. Files must come in the order in which the user named them.
    Checked apply(Checked checked) {
        if (!(checked instanceof Checked.Judged(var name, var diagnostics))) {
            return checked;
        }
        found.addAll(diagnostics);
        return new Checked.Judged(
                name, use.isPresent() ? use.get().filter(diagnostics) : List.of());
    }

    /// Writes the baseline where that was asked for, and says how it stands.
    void end(Vmconf.Streams streams) throws Rewrite.RewriteException {
        Baseline now = use.map(Baseline.Use::shrunk).orElseGet(() -> Baseline.of(found));
        int gone = use.map(Baseline.Use::gone).orElse(0);
        if (update && (use.isEmpty() || gone > 0)) {
            try (Rewrite rewrite = new Rewrite()) {
                rewrite.add(
                        file.toString(),
                        Optional.empty(),
                        BaselineFile.text(now).getBytes(StandardCharsets.UTF_8));
                rewrite.commit();
            }
            streams.err().println("vmconf check: " + file + " now holds " + count(now.size()));
        } else if (gone > 0) {
            streams.err()
                    .println(
                            "vmconf check: %s of %s %s gone; --update-baseline takes %s out"
                                    .formatted(
                                            count(gone),
                                            file,
                                            gone == 1 ? "is" : "are",
                                            gone == 1 ? "it" : "them"));
        }
    }

    private static String count(int findings) {
        return findings + (findings == 1 ? " finding" : " findings");
    }
}
