package vmconf.compiler.cli;

import java.util.List;
import vmconf.compiler.diagnostic.Diagnostic;
import vmconf.compiler.diagnostic.Fix;
import vmconf.compiler.format.Formatted;
import vmconf.compiler.report.TextReport;

/// One run of `vmconf fmt`: every operand in its turn, and the exit status.
final class FmtRun {
    private final FmtAction action;
    private final Vmconf.Streams streams;
    private int files;
    private int changed;
    private int status = Command.OK;

    FmtRun(FmtAction action, Vmconf.Streams streams) {
        this.action = action;
        this.streams = streams;
    }

    void take(FmtOutcome outcome) {
        files++;
        // No switch over patterns: the class that it needs is made anew at every start.
        if (outcome instanceof FmtOutcome.Unreadable unreadable) {
            trouble("cannot read " + unreadable.name() + ": " + unreadable.reason());
        } else {
            FmtOutcome.Read read = (FmtOutcome.Read) outcome;
            take(read.name(), read.formatted());
        }
    }

    private void take(String name, Formatted formatted) {
        if (formatted instanceof Formatted.Done done) {
            changed += done.changes() ? 1 : 0;
            act(done);
        } else if (formatted instanceof Formatted.Refused refused) {
            refuse(name, refused.problems());
        } else {
            trouble(name + " is left as it is: laid out, it might not say the same");
        }
    }

    private void act(Formatted.Done done) {
        try {
            status = Math.max(status, action.take(done));
        } catch (Rewrite.RewriteException e) {
            trouble(String.valueOf(e.getMessage()));
        }
    }

    private void refuse(String name, List<Diagnostic> problems) {
        int count = problems.size();
        String errors = count == 1 ? "an error of form" : count + " errors of form";
        streams.err().print(TextReport.of(problems));
        streams.err().println("vmconf fmt: " + name + " is left as it is: it has " + errors);
        if (problems.stream().anyMatch(each -> each.fix().filter(Fix::safe).isPresent())) {
            streams.err().println("help: vmconf check --fix makes the fixes");
        }
        status = Math.max(status, Command.ERRORS);
    }

    private void trouble(String sentence) {
        streams.err().println("vmconf fmt: " + sentence);
        status = Command.TROUBLE;
    }

    /// @return the exit status
    int end() {
        action.end(changed, files);
        return status;
    }
}
