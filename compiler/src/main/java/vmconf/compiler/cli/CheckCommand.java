package vmconf.compiler.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.report.Format;
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
        return new CheckRun(options, options.report(streams.out()), streams)
                .inParallel(new FileCheck(line, options, streams));
    }

    private static int asVmd(VmdCheck check, CheckOptions options, Vmconf.Streams streams) {
        if (options.format() == Format.TEXT) {
            return new CheckRun(options, new VmdLines(streams), streams).each(check);
        }
        VmdDocument document = new VmdDocument(check, streams);
        return new CheckRun(options, document, streams).each(document);
    }

    /// A diff, or standard input fixed, has standard output for itself.
    private static int fix(CommandLine line, CheckOptions options, Vmconf.Streams streams) {
        boolean taken = options.diff() || options.operands().contains("-");
        Report report = options.report(taken ? streams.err() : streams.out());
        FixCheck fixes = new FixCheck(line, options, streams);
        int status = new CheckRun(options, report, streams).each(fixes);
        int made = fixes.fixes();
        String verb = options.diff() ? "would be made" : "made";
        streams.err().println("%d %s %s".formatted(made, made == 1 ? "fix" : "fixes", verb));
        return status;
    }
}
