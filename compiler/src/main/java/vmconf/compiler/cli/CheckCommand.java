package vmconf.compiler.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
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
        if (options.watch()) {
            return watch(line, options, streams);
        }
        return new CheckRun(options, options.report(streams.out()), streams)
                .inParallel(new FileCheck(line, options, streams));
    }

    /// Options are read anew for every round: the project file may have changed too.
    private int watch(CommandLine line, CheckOptions first, Vmconf.Streams streams) {
        Set<Path> operands = new HashSet<>();
        first.operands().forEach(operand -> operands.add(Path.of(operand)));
        Watch watch = new Watch(operands, () -> round(line, operands, streams));
        try {
            watch.run();
            return OK;
        } catch (IOException e) {
            return trouble("cannot watch: " + Rewrite.reason(e), streams);
        }
    }

    private static Set<Path> round(CommandLine line, Set<Path> operands, Vmconf.Streams streams) {
        Set<Path> files = new HashSet<>(operands);
        try {
            CheckOptions options = CheckOptions.of(line);
            FileCheck check = new FileCheck(line, options, streams);
            new CheckRun(options, options.report(streams.out()), streams).inParallel(check);
            files.addAll(check.files());
            files.addAll(options.files().projectFiles());
        } catch (UsageException e) {
            streams.err().println("vmconf check: " + e.getMessage());
        }
        streams.err()
                .println("watching " + files.size() + (files.size() == 1 ? " file" : " files"));
        streams.out().flush();
        streams.err().flush();
        return files;
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
