package vmconf.compiler.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import vmconf.compiler.edit.MacroPolicy;

/// `vmconf set`: gives a setting a value, in the file where it is written.
final class SetCommand implements Command {
    @Override
    public String name() {
        return "set";
    }

    @Override
    public String summary() {
        return "change or add a setting, and leave every other byte as it is";
    }

    @Override
    public String operands() {
        return "FILE [vm] NAME|switch NAME KEY [VALUE ...]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Editing.addTo(options);
        options.addOption(
                Option.builder()
                        .longOpt("through-macro")
                        .desc("where a macro gives the value, change its definition, for all uses")
                        .get());
        options.addOption(
                Option.builder()
                        .longOpt("here")
                        .desc("where a macro gives the value, write the new one in this place")
                        .get());
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        if (line.getArgList().size() < 2) {
            throw new UsageException(
                    "expected a file and then words of vm.conf: vm.conf web memory 2G,"
                            + " vm.conf switch uplink interface bridge1, vm.conf local prefix 10.0.0.0/8");
        }
        MacroPolicy policy = policy(line);
        return new Editing(this, line, streams).run((editor, words) -> editor.set(words, policy));
    }

    private static MacroPolicy policy(CommandLine line) throws UsageException {
        boolean through = line.hasOption("through-macro");
        boolean here = line.hasOption("here");
        if (through && here) {
            throw new UsageException("--through-macro and --here exclude each other");
        }
        if (through) {
            return MacroPolicy.THROUGH;
        }
        return here ? MacroPolicy.HERE : MacroPolicy.REFUSE;
    }
}
