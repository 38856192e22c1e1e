package vmconf.compiler;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.expand.Config;
import vmconf.compiler.report.Checked;
import vmconf.compiler.report.JsonReport;
import vmconf.compiler.report.TextReport;
import vmconf.plan.Plan;

/// What came of reading a file.
///
/// @param config the file with its includes in place, as far as it could be read
/// @param plan what will exist; absent when there are errors, or when none was asked for
/// @param diagnostics every finding, in the order in which the text is read
public record Compilation(Config config, Optional<Plan> plan, List<Diagnostic> diagnostics) {

    public Compilation {
        diagnostics = List.copyOf(diagnostics);
    }

    /// No finding is an error.
    public boolean accepted() {
        return Compiler.accepted(diagnostics);
    }

    /// The findings as text for people, without colour; nothing when there are none.
    public String report() {
        return TextReport.of(diagnostics);
    }

    /// The findings as JSON (`docs/check.schema.json`).
    ///
    /// @param file as the user names it
    public String reportAsJson(String file) {
        return JsonReport.of(new Checked.Judged(file, diagnostics));
    }
}
