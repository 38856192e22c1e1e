package vmconf.compiler.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.project.ProjectException;
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
        options.addOption(
                Option.builder("o")
                        .longOpt("output")
                        .hasArg()
                        .argName("FILE")
                        .desc("write to a file, all at once, instead of standard output")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("format")
                        .hasArg()
                        .argName("FORMAT")
                        .desc("yaml (default) or json")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("seed")
                        .hasArg()
                        .argName("TEXT")
                        .desc("decides the MAC addresses that the file does not give")
                        .get());
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        String format = Choice.of("format", FORMATS, line.getOptionValue("format", "yaml"));
        if (line.getArgList().size() != 1) {
            throw new UsageException("expected one file; \"-\" is standard input");
        }
        String operand = line.getArgList().getFirst();
        vmconf.compiler.Options options;
        try {
            options = FileOptions.of(line).of(operand);
        } catch (ProjectException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return switch (Inputs.read(operand, line, streams)) {
            case Sources.Answer.Refused(var reason) -> {
                streams.err().println("vmconf compile: cannot read " + operand + ": " + reason);
                yield TROUBLE;
            }
            case Sources.Answer.Found(var file) -> {
                Compilation compilation = Compiler.compile(file, Inputs.disk(), options);
                streams.err().print(compilation.report());
                if (compilation.plan().isEmpty()) {
                    yield ERRORS;
                }
                Plan plan = compilation.plan().get();
                String text = format.equals("json") ? PlanYaml.toJson(plan) : PlanYaml.toYaml(plan);
                yield write(text, line.getOptionValue("output"), streams);
            }
        };
    }

    private static int write(
            String text, @org.jspecify.annotations.Nullable String output, Vmconf.Streams streams) {
        if (output == null) {
            streams.out().print(text);
            return OK;
        }
        try (Rewrite rewrite = new Rewrite()) {
            rewrite.add(output, Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
            rewrite.commit();
            return OK;
        } catch (Rewrite.RewriteException e) {
            streams.err().println("vmconf compile: " + e.getMessage());
            return TROUBLE;
        }
    }
}
