package vmconf.compiler.cli;

import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.report.Checked;
import vmconf.compiler.report.Report;

/// `vmconf check`: says everything that is wrong with files, each on its own.
final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "say everything that is wrong with vm.conf files";
    }

    @Override
    public String operands() {
        return "FILE ...";
    }

    @Override
    public Options options() {
        Options options = new Options();
        CheckOptions.addTo(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        CheckOptions options = CheckOptions.of(line);
        if (options.asVmd().isPresent()) {
            return asVmd(new VmdCheck(options.macros(), options.asVmd().get()), options, streams);
        }
        if (options.fixing() != Fixing.NONE) {
            return fix(line, options, streams);
        }
        Report report = options.format().to(streams.out(), options.colour());
        return run(options, new FileCheck(line, options.files(), streams), report, streams);
    }

    private static int asVmd(VmdCheck check, CheckOptions options, Vmconf.Streams streams) {
        return switch (options.format()) {
            case TEXT -> run(options, check, new VmdLines(streams), streams);
            case JSON -> {
                VmdDocument document = new VmdDocument(check, streams);
                yield run(options, document, document, streams);
            }
        };
    }

    /// A diff, or standard input fixed, has standard output for itself.
    private static int fix(CommandLine line, CheckOptions options, Vmconf.Streams streams) {
        boolean taken = options.diff() || options.operands().contains("-");
        Report report =
                options.format().to(taken ? streams.err() : streams.out(), options.colour());
        FixCheck fixes = new FixCheck(line, options, streams);
        int status = run(options, fixes, report, streams);
        int made = fixes.fixes();
        String verb = options.diff() ? "would be made" : "made";
        streams.err().println("%d %s %s".formatted(made, made == 1 ? "fix" : "fixes", verb));
        return status;
    }

    private static int run(
            CheckOptions options,
            Function<String, Checked> check,
            Report report,
            Vmconf.Streams streams) {
        int status = OK;
        for (String operand : options.operands()) {
            Checked checked = check.apply(operand);
            if (options.baseline().isPresent()) {
                checked = options.baseline().get().apply(checked);
            }
            report.add(checked);
            status = Math.max(status, status(checked));
        }
        report.end();
        return options.baseline().isPresent()
                ? end(options.baseline().get(), status, streams)
                : status;
    }

    private static int end(BaselineStep baseline, int status, Vmconf.Streams streams) {
        try {
            baseline.end(streams);
            return status;
        } catch (Rewrite.RewriteException e) {
            streams.err().println("vmconf check: " + e.getMessage());
            return TROUBLE;
        }
    }

    private static int status(Checked checked) {
        return switch (checked) {
            case Checked.Unreadable _ -> TROUBLE;
            case Checked.Judged _, Checked.AsVmd _ -> checked.accept() ? OK : ERRORS;
        };
    }
}
