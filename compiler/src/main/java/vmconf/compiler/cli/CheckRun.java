package vmconf.compiler.cli;

import java.util.function.Function;
import vmconf.compiler.report.Checked;
import vmconf.compiler.report.Report;

/// One run of `vmconf check`: every operand, and what is said of it, in their order.
final class CheckRun {
    private final CheckOptions options;
    private final Report report;
    private final Vmconf.Streams streams;
    private int status = Command.OK;

    CheckRun(CheckOptions options, Report report, Vmconf.Streams streams) {
        this.options = options;
        this.report = report;
        this.streams = streams;
    }

    /// Checks one operand after the other.
    ///
    /// @return the exit status
    int each(Function<String, Outcome> check) {
        for (String operand : options.operands()) {
            take(check.apply(operand));
        }
        return end();
    }

    /// Checks as many operands at once as there are processors.
    ///
    /// @param check called by several threads
    /// @return the exit status
    int inParallel(Function<String, Outcome> check) {
        if (options.operands().size() == 1) {
            return each(check);
        }
        InOrder.each(options.operands(), check, this::take);
        return end();
    }

    private void take(Outcome outcome) {
        outcome.said().forEach(this::say);
        Checked checked = outcome.checked();
        if (options.baseline().isPresent()) {
            checked = options.baseline().get().apply(checked);
        }
        report.add(checked);
        status = Math.max(status, options.exit().status(checked));
    }

    private int end() {
        report.end();
        try {
            if (options.baseline().isPresent()) {
                options.baseline().get().end(streams);
            }
            return status;
        } catch (Rewrite.RewriteException e) {
            say(String.valueOf(e.getMessage()));
            return Command.TROUBLE;
        }
    }

    private void say(String sentence) {
        streams.err().println("vmconf check: " + sentence);
    }
}
