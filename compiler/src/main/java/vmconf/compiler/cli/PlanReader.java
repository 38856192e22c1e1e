package vmconf.compiler.cli;

import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.project.ProjectException;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Gets the plan of an operand: of a vm.conf by compiling it, of a plan file by reading it. The
/// findings of a vm.conf go to standard error.
final class PlanReader {
    private final CommandLine line;
    private final FileOptions options;
    private final Vmconf.Streams streams;

    PlanReader(CommandLine line, Vmconf.Streams streams) throws UsageException {
        this.line = line;
        this.options = FileOptions.of(line);
        this.streams = streams;
    }

    /// Adds the options that are read here.
    static void addTo(Options options) {
        Inputs.addTo(options);
        options.addOption(seed());
    }

    /// What the addresses that are made up depend on.
    static Option seed() {
        return Option.builder()
                .longOpt("seed")
                .hasArg()
                .argName("TEXT")
                .desc("decides the MAC addresses that the file does not give")
                .get();
    }

    /// @param operand a vm.conf or a plan, told apart by name or content; `-` is standard input
    PlanInput read(String operand) {
        return switch (Inputs.read(operand, line, streams)) {
            case Sources.Answer.Refused(var reason) ->
                    new PlanInput.Unusable("cannot read " + operand + ": " + reason);
            case Sources.Answer.Found(var file) ->
                    isPlan(file) ? plan(file) : compile(operand, file);
        };
    }

    private static PlanInput plan(SourceFile file) {
        try {
            return new PlanInput.Ready(file.name(), PlanYaml.read(file.text()), Optional.empty());
        } catch (PlanException e) {
            return new PlanInput.Unusable("cannot read " + file.name() + ": " + e.getMessage());
        }
    }

    private PlanInput compile(String operand, SourceFile file) {
        Compilation compilation;
        try {
            compilation = Compiler.compile(file, Inputs.disk(), options.of(operand));
        } catch (ProjectException e) {
            return new PlanInput.Unusable(String.valueOf(e.getMessage()));
        }
        streams.err().print(compilation.report());
        if (compilation.plan().isEmpty()) {
            return new PlanInput.Faulty();
        }
        return new PlanInput.Ready(
                file.name(), compilation.plan().get(), Optional.of(compilation.config()));
    }

    /// A plan is called YAML or JSON, or has the key that no plan lacks where vm.conf cannot have
    // it.
    private static boolean isPlan(SourceFile file) {
        String name = file.name();
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
            return true;
        }
        String text = file.text();
        return text.startsWith("vmconf-plan:")
                || text.contains("\nvmconf-plan:")
                || (text.stripLeading().startsWith("{") && text.contains("\"vmconf-plan\""));
    }
}
