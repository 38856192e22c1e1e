package vmconf.compiler.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/// `vmconf fmt`: lays files out in the one canonical way, each on its own.
final class FmtCommand implements Command {
    @Override
    public String name() {
        return "fmt";
    }

    @Override
    public String summary() {
        return "lay out vm.conf files in the one canonical way";
    }

    @Override
    public String operands() {
        return "FILE ...";
    }

    @Override
    public Options options() {
        Options options = new Options();
        flag(options, "w", "write", "rewrite the files that change, and name them");
        flag(options, null, "check", "name the files that would change; exit with 1 for any");
        flag(options, null, "diff", "show what would change; exit with 1 for any change");
        options.addOption(
                Option.builder()
                        .longOpt("color")
                        .hasArg()
                        .argName("WHEN")
                        .desc("colour a diff: auto (default), always or never")
                        .get());
        Inputs.addStdinName(options);
        return options;
    }

    private static void flag(
            Options options, @Nullable String letter, String name, String description) {
        options.addOption(Option.builder(letter).longOpt(name).desc(description).get());
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        List<String> operands = line.getArgList();
        if (operands.isEmpty()) {
            throw new UsageException("expected a file or folder; \"-\" is standard input");
        }
        FmtAction action = action(line, streams);
        if (line.hasOption("w") && operands.contains("-")) {
            throw new UsageException("-w cannot write standard input; leave it out");
        }
        List<String> files = ConfFiles.of(operands);
        if (files.size() > 1 && action instanceof FmtAction.Print) {
            throw new UsageException("several files need -w, --check or --diff");
        }
        FmtRun run = new FmtRun(action, streams);
        InOrder.each(files, new FmtFile(files, line, streams), run::take);
        return run.end();
    }

    private static FmtAction action(CommandLine line, Vmconf.Streams streams)
            throws UsageException {
        boolean colour = Colour.wanted(line);
        boolean diff = line.hasOption("diff");
        boolean check = line.hasOption("check");
        if (line.hasOption("w") && (diff || check)) {
            throw new UsageException("-w writes, --check and --diff do not; choose one");
        }
        if (line.hasOption("w")) {
            return new FmtAction.Write(streams);
        }
        if (diff) {
            return new FmtAction.Diff(streams, colour);
        }
        return check ? new FmtAction.Check(streams) : new FmtAction.Print(streams);
    }
}
