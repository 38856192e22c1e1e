package vmconf.compiler.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;
import vmconf.source.Sources;

/// `vmconf compile`: writes the plan of a file.
final class CompileCommand implements Command {
    private static final List<String> FORMATS = List.of("yaml", "json");

    @Override
    public String name() {
        return "compile";
    }

    @Override
    public String summary() {
        return "write the plan: what will exist, with every default filled in";
    }

    @Override
    public String operands() {
        return "FILE";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Inputs.addTo(options);
        Output.addTo(options);
        options.addOption(Choice.format(FORMATS));
        options.addOption(PlanReader.seed());
        options.addOption(
                Option.builder()
                        .longOpt("provenance")
                        .desc("say of every value where it came from")
                        .get());
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        String format = Choice.format(FORMATS, line);
        String operand = Inputs.single(line);
        vmconf.compiler.Options options = FileOptions.of(line, operand);
        return switch (Inputs.read(operand, line, streams)) {
            case Sources.Answer.Refused(var reason) ->
                    trouble("cannot read " + operand + ": " + reason, streams);
            case Sources.Answer.Found(var file) -> {
                Compilation compilation =
                        line.hasOption("provenance")
                                ? Compiler.compileWithProvenance(file, Inputs.disk(), options)
                                : Compiler.compile(file, Inputs.disk(), options);
                streams.err().print(compilation.report());
                if (compilation.plan().isEmpty()) {
                    yield ERRORS;
                }
                Plan plan = compilation.plan().get();
                Output.Text text =
                        format.equals("json")
                                ? out -> PlanYaml.writeJson(plan, out)
                                : out -> PlanYaml.writeYaml(plan, out);
                yield Output.write(this, text, line, streams);
            }
        };
    }
}
