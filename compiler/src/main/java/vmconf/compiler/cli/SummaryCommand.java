package vmconf.compiler.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.summary.Summary;
import vmconf.compiler.summary.SummaryJson;
import vmconf.compiler.summary.SummaryText;

/// `vmconf summary`: what files amount to.
final class SummaryCommand implements Command {
    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String summary() {
        return "count machines, memory, disks and interfaces";
    }

    @Override
    public String operands() {
        return "FILE ...";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlanReader.addTo(options);
        options.addOption(Choice.format(FORMATS));
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        String format = Choice.format(FORMATS, line);
        if (line.getArgList().isEmpty()) {
            throw new UsageException("expected at least one file; \"-\" is standard input");
        }
        PlanReader reader = new PlanReader(line, streams);
        List<Summary> summaries = new ArrayList<>();
        int status = OK;
        for (String operand : line.getArgList()) {
            switch (reader.read(operand)) {
                case PlanInput.Ready(var name, var plan, _) ->
                        summaries.add(Summary.of(name, plan));
                case PlanInput.Faulty _ -> status = Math.max(status, ERRORS);
                case PlanInput.Unusable(var reason) -> status = trouble(reason, streams);
            }
        }
        boolean json = format.equals("json");
        streams.out().print(json ? SummaryJson.of(summaries) : SummaryText.of(summaries));
        return status;
    }
}
