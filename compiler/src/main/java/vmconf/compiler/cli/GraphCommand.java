package vmconf.compiler.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.graph.Graph;
import vmconf.compiler.graph.GraphFormat;

/// `vmconf graph`: draws who joins what.
final class GraphCommand implements Command {
    private static final List<String> FORMATS =
            Stream.of(GraphFormat.values()).map(GraphFormat::word).toList();

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public String summary() {
        return "draw machines, switches and local networks";
    }

    @Override
    public String operands() {
        return "FILE";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlanReader.addTo(options);
        Output.addTo(options);
        options.addOption(Choice.format(FORMATS));
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        String word = Choice.format(FORMATS, line);
        GraphFormat format = GraphFormat.valueOf(word.toUpperCase(Locale.ROOT));
        String operand = Inputs.single(line);
        return switch (new PlanReader(line, streams, true).read(operand)) {
            case PlanInput.Faulty _ -> ERRORS;
            case PlanInput.Unusable(var reason) -> trouble(reason, streams);
            case PlanInput.Ready(var name, var plan, _) ->
                    write(Graph.of(plan, name), format, line, streams);
        };
    }

    private int write(Graph graph, GraphFormat format, CommandLine line, Vmconf.Streams streams) {
        Optional<String> refusal = graph.refusal(format);
        if (refusal.isPresent()) {
            trouble(refusal.get(), streams);
            streams.err().println("help: --format dot has no such bound; Graphviz draws it");
            return TROUBLE;
        }
        String text = graph.text(format);
        graph.caution(format, text)
                .ifPresent(words -> streams.err().println("vmconf graph: note: " + words));
        return Output.write(this, text, line, streams);
    }
}
