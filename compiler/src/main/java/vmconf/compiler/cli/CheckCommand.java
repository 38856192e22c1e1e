package vmconf.compiler.cli;

import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.report.Checked;
import vmconf.compiler.report.Format;
import vmconf.compiler.report.Report;

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
        CheckOptions.addTo(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        CheckOptions options = CheckOptions.of(line);
        if (options.asVmd() && options.format() == Format.TEXT) {
            return run(options, new VmdCheck(options.compiler().macros()), new VmdLines(streams));
        }
        Report report = options.format().to(streams.out(), options.colour());
        return options.asVmd()
                ? run(options, new VmdCheck(options.compiler().macros()), report)
                : run(options, new FileCheck(line, options.compiler(), streams), report);
    }

    private static int run(CheckOptions options, Function<String, Checked> check, Report report) {
        int status = OK;
        for (String operand : options.operands()) {
            Checked checked = check.apply(operand);
            report.add(checked);
            status = Math.max(status, status(checked));
        }
        report.end();
        return status;
    }

    private static int status(Checked checked) {
        return switch (checked) {
            case Checked.Unreadable _ -> TROUBLE;
            case Checked.Judged _, Checked.AsVmd _ -> checked.accept() ? OK : ERRORS;
        };
    }
}
