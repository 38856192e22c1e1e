package vmconf.compiler.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.why.Question;
import vmconf.compiler.why.Question.Answer;
import vmconf.compiler.why.WhyJson;
import vmconf.compiler.why.WhyText;
import vmconf.plan.Plan;

/// `vmconf why`: tells where a value of the plan comes from.
final class WhyCommand implements Command {
    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public String name() {
        return "why";
    }

    @Override
    public String summary() {
        return "tell where a value of the plan comes from";
    }

    @Override
    public String operands() {
        return "FILE VM|SWITCH|KEY [KEY]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlanReader.addTo(options);
        options.addOption(Choice.format(FORMATS));
        options.addOption(Colour.option());
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        String format = Choice.format(FORMATS, line);
        boolean colour = Colour.wanted(line);
        List<String> operands = line.getArgList();
        if (operands.size() < 2) {
            throw new UsageException("expected a file and then a VM and a key: vm.conf web memory");
        }
        PlanInput input = new PlanReader(line, streams, true).read(operands.getFirst());
        return switch (input) {
            case PlanInput.Faulty _ -> ERRORS;
            case PlanInput.Unusable(var reason) -> trouble(reason, streams);
            case PlanInput.Ready(var name, var plan, _) when plan.provenance().isEmpty() ->
                    trouble(
                            name
                                    + " does not say where its values come from\nhelp: write it with"
                                    + " vmconf compile --provenance",
                            streams);
            case PlanInput.Ready(_, var plan, _) -> {
                List<String> words = operands.subList(1, operands.size());
                yield answer(plan, words, format, colour, streams);
            }
        };
    }

    private int answer(
            Plan plan, List<String> words, String format, boolean colour, Vmconf.Streams streams) {
        return switch (new Question(plan).ask(words)) {
            case Answer.Unknown(var reason) -> trouble(reason, streams);
            case Answer.Found found -> {
                streams.out()
                        .print(
                                format.equals("json")
                                        ? WhyJson.of(plan, found)
                                        : WhyText.of(plan, found, colour));
                yield OK;
            }
        };
    }
}
