package vmconf.compiler.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.Compilation;
import vmconf.compiler.Compiler;
import vmconf.compiler.diagnostic.JsonReport;
import vmconf.compiler.diagnostic.TextReport;
import vmconf.source.Sources;

/// `vmconf check`: says everything that is wrong with files, each on its own.
final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "say everything that is wrong with vm.conf files";
    }

    @Override
    public String operands() {
        return "FILE ...";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Inputs.addTo(options);
        options.addOption(
                Option.builder()
                        .longOpt("format")
                        .hasArg()
                        .argName("FORMAT")
                        .desc("text (default) or json")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("as-vmd")
                        .desc("judge and print exactly as \"vmd -n\" does on this host")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("color")
                        .hasArg()
                        .argName("WHEN")
                        .desc("auto (default), always or never; NO_COLOR means never")
                        .get());
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        String format = line.getOptionValue("format", "text");
        if (!format.equals("text") && !format.equals("json")) {
            throw new UsageException("unknown format \"" + format + "\", expected text or json");
        }
        if (line.getArgList().isEmpty()) {
            throw new UsageException("no file given; \"-\" is standard input");
        }
        vmconf.compiler.Options options = Inputs.compilerOptions(line);
        if (line.hasOption("as-vmd")) {
            return new VmdCheck(options.macros(), format.equals("json"), streams)
                    .run(line.getArgList());
        }
        boolean colour = Colour.wanted(line.getOptionValue("color", "auto"));
        List<JsonReport.Checked> checked = new ArrayList<>();
        int status = OK;
        for (String operand : line.getArgList()) {
            switch (Inputs.read(operand, line, streams)) {
                case Sources.Answer.Refused(var reason) -> {
                    streams.err().println("vmconf check: cannot read " + operand + ": " + reason);
                    status = TROUBLE;
                }
                case Sources.Answer.Found(var file) -> {
                    Compilation compilation = Compiler.check(file, Inputs.disk(), options);
                    boolean accepted = compilation.accepted();
                    checked.add(
                            new JsonReport.Checked(
                                    file.name(),
                                    accepted,
                                    Optional.empty(),
                                    compilation.diagnostics()));
                    status = accepted ? status : Math.max(status, ERRORS);
                    if (format.equals("text")) {
                        streams.out().print(TextReport.of(compilation.diagnostics(), colour));
                    }
                }
            }
        }
        streams.out()
                .print(format.equals("json") ? JsonReport.of(checked) : Summary.of(checked) + "\n");
        return status;
    }
}
