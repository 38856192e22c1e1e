package vmconf.compiler.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Severity;
import vmconf.compiler.report.Checked;

/// What the exit status of a check tells.
///
/// @param failing the mildest severity that makes the command fail
/// @param always0 errors found do not show; a file that cannot be read does
record ExitPolicy(Severity failing, boolean always0) {
    /// Adds the options that are read here.
    static void addTo(Options options) {
        options.addOption(
                Option.builder().longOpt("strict").desc("exit with 1 for warnings, too").get());
        options.addOption(
                Option.builder()
                        .longOpt("exit-zero")
                        .desc("exit with 0 whatever is found in files that can be read")
                        .get());
    }

    static ExitPolicy of(CommandLine line) {
        return new ExitPolicy(
                line.hasOption("strict") ? Severity.WARNING : Severity.ERROR,
                line.hasOption("exit-zero"));
    }

    /// The exit status for what came of a file.
    int status(Checked file) {
        if (file instanceof Checked.Unreadable) {
            return Command.TROUBLE;
        }
        boolean fails = !file.accept() || fails(file);
        return fails && !always0 ? Command.ERRORS : Command.OK;
    }

    private boolean fails(Checked file) {
        for (Diagnostic each : file.diagnostics()) {
            if (each.severity().compareTo(failing) <= 0) {
                return true;
            }
        }
        return false;
    }
}
