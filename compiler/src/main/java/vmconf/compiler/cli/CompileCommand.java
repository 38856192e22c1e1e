package vmconf.compiler.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        vmconf.compiler.Options options = Inputs.compilerOptions(line);
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
        Path target = Path.of(output).toAbsolutePath();
        try {
            Path part = Files.createTempFile(target.getParent(), ".plan", ".part");
            try {
                Files.writeString(part, text);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            return OK;
        } catch (IOException e) {
            String reason =
                    switch (e) {
                        case NoSuchFileException _ -> "no such folder";
                        case AccessDeniedException _ -> "permission denied";
                        default -> String.valueOf(e.getMessage());
                    };
            streams.err().println("vmconf compile: cannot write " + output + ": " + reason);
            return TROUBLE;
        }
    }
}
