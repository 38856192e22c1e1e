package vmconf.compiler.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.git.Revision;
import vmconf.compiler.project.ProjectException;
import vmconf.plan.PlanException;
import vmconf.plan.PlanYaml;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// Gets the plan of an operand: of a vm.conf by compiling it, of a plan file by reading it. The
/// findings of a vm.conf with errors go to standard error; to judge is the task of `check`.
final class PlanReader {
    private final CommandLine line;
    private final FileOptions options;
    private final Vmconf.Streams streams;
    private final boolean provenance;

    PlanReader(CommandLine line, Vmconf.Streams streams) throws UsageException {
        this(line, streams, false);
    }

    /// @param provenance the plan of a vm.conf says where its values came from
    PlanReader(CommandLine line, Vmconf.Streams streams, boolean provenance) throws UsageException {
        this.line = line;
        this.options = FileOptions.of(line);
        this.streams = streams;
        this.provenance = provenance;
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

    /// @param operand a vm.conf or a plan, told apart by name or content; `-` is standard input;
    /// `REVISION:PATH` is a file of git, unless there is a file of that name
    PlanInput read(String operand) {
        Optional<Revision> revision =
                Files.exists(Path.of(operand))
                        ? Optional.empty()
                        : Revision.of(operand, Path.of(""));
        Sources.Answer answer =
                revision.isPresent()
                        ? revision.get().top(operand)
                        : Inputs.read(operand, line, streams);
        Sources sources = revision.isPresent() ? revision.get() : Inputs.disk();
        return switch (answer) {
            case Sources.Answer.Refused(var reason) ->
                    new PlanInput.Unusable("cannot read " + operand + ": " + reason);
            case Sources.Answer.Found(var file) ->
                    isPlan(file) ? plan(file) : compile(operand, file, sources);
        };
    }

    private static PlanInput plan(SourceFile file) {
        try {
            return new PlanInput.Ready(file.name(), PlanYaml.read(file.text()), Optional.empty());
        } catch (PlanException e) {
            return new PlanInput.Unusable("cannot read " + file.name() + ": " + e.getMessage());
        }
    }

    private PlanInput compile(String operand, SourceFile file, Sources sources) {
        Compilation compilation;
        try {
            vmconf.compiler.Options how = options.of(operand);
            compilation =
                    provenance
                            ? Compiler.compileWithProvenance(file, sources, how)
                            : Compiler.compile(file, sources, how);
        } catch (ProjectException e) {
            return new PlanInput.Unusable(String.valueOf(e.getMessage()));
        }
        if (compilation.plan().isEmpty()) {
            streams.err().print(compilation.report());
            return new PlanInput.Faulty(file.name());
        }
        return new PlanInput.Ready(
                file.name(), compilation.plan().get(), Optional.of(compilation.config()));
    }

    /// A plan is called YAML or JSON, or has the key that no plan lacks where no vm.conf can
    /// have it.
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
