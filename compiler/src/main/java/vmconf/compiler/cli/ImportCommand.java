package vmconf.compiler.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.expand.Target;
import vmconf.compiler.export.libvirt.LibvirtImport;
import vmconf.source.SourceFile;
import vmconf.source.Sources;

/// `vmconf import`: makes a vm.conf of what another engine runs.
final class ImportCommand implements Command {
    private static final List<String> FROM = List.of("libvirt");

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "make a vm.conf of another engine's machines";
    }

    @Override
    public String operands() {
        return "libvirt FILE ...";
    }

    @Override
    public List<String> words() {
        return FROM;
    }

    @Override
    public Options options() {
        Options options = new Options();
        Output.addTo(options);
        Inputs.addStdinName(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        List<String> operands = line.getArgList();
        if (operands.size() < 2) {
            throw new UsageException(
                    "expected a source and its files: libvirt web.xml; \"-\" is standard input");
        }
        Choice.of("source", FROM, operands.getFirst());
        List<LibvirtImport.Input> inputs = new ArrayList<>();
        for (String each : operands.subList(1, operands.size())) {
            switch (Inputs.read(each, line, streams)) {
                case Sources.Answer.Refused(var reason) -> {
                    return trouble("cannot read " + each + ": " + reason, streams);
                }
                case Sources.Answer.Found(var file) ->
                        inputs.add(new LibvirtImport.Input(file.name(), file.text()));
            }
        }
        return switch (LibvirtImport.of(inputs)) {
            case LibvirtImport.Answer.Refused(var errors) -> {
                errors.forEach(streams.err()::println);
                yield ERRORS;
            }
            case LibvirtImport.Answer.Imported(var conf, var warnings) -> {
                warnings.forEach(streams.err()::println);
                yield write(conf, line, streams);
            }
        };
    }

    /// Only a file that can be used is written.
    private int write(String conf, CommandLine line, Vmconf.Streams streams) {
        Compilation compilation =
                Compiler.compile(
                        SourceFile.of("<imported>", conf),
                        Sources.none(),
                        vmconf.compiler.Options.forTarget(Target.NATIVE));
        if (!compilation.accepted()) {
            streams.err().print(compilation.report());
            streams.err().println("vmconf import: nothing is written");
            return ERRORS;
        }
        return Output.write(this, conf, line, streams);
    }
}
