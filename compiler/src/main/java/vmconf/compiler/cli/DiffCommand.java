package vmconf.compiler.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.plan.diff.DiffJson;
import vmconf.plan.diff.DiffText;
import vmconf.plan.diff.PlanDiff;

/// `vmconf diff`: what a change of a vm.conf does to what exists and runs.
final class DiffCommand implements Command {
    private static final int DIFFERENT = 1;
    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String summary() {
        return "say what a change does: what is added, restarted, or holds at once";
    }

    @Override
    public String operands() {
        return "OLD NEW";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlanReader.addTo(options);
        options.addOption(Choice.format(FORMATS));
        options.addOption(Colour.option());
        options.addOption(
                Option.builder("v")
                        .longOpt("verbose")
                        .desc("show changes without an effect of their own, too")
                        .get());
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        String format = Choice.format(FORMATS, line);
        boolean colour = Colour.wanted(line);
        List<String> operands = line.getArgList();
        if (operands.size() != 2) {
            throw new UsageException(
                    "expected two files or plans, the old one first; HEAD:vm.conf is one of git");
        }
        PlanReader reader = new PlanReader(line, streams, true);
        PlanInput before = reader.read(operands.get(0));
        PlanInput after = reader.read(operands.get(1));
        if (before instanceof PlanInput.Ready old && after instanceof PlanInput.Ready now) {
            PlanDiff diff = PlanDiff.between(old.plan(), now.plan());
            boolean json = format.equals("json");
            streams.out()
                    .print(
                            json
                                    ? DiffJson.of(diff)
                                    : DiffText.of(diff, colour, line.hasOption("verbose")));
            return diff.isEmpty() ? OK : DIFFERENT;
        }
        complain(before, streams);
        complain(after, streams);
        return TROUBLE;
    }

    private static void complain(PlanInput input, Vmconf.Streams streams) {
        switch (input) {
            case PlanInput.Unusable(var reason) -> streams.err().println("vmconf diff: " + reason);
            case PlanInput.Faulty(var name) ->
                    streams.err()
                            .println("vmconf diff: " + name + " has errors, so it has no plan");
            case PlanInput.Ready _ -> {}
        }
    }
}
