package vmconf.compiler.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.edit.Editor;

/// `vmconf unset`: takes a setting away, and says what holds then.
final class UnsetCommand implements Command {
    @Override
    public String name() {
        return "unset";
    }

    @Override
    public String summary() {
        return "take a setting away, and say what holds then";
    }

    @Override
    public String operands() {
        return "FILE [vm] NAME|switch NAME KEY";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Editing.addTo(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        if (line.getArgList().size() < 2) {
            throw new UsageException(
                    "expected a file and then words of vm.conf: vm.conf web memory,"
                            + " vm.conf web disk 2, vm.conf switch uplink group");
        }
        return new Editing(this, line, streams).run(Editor::unset);
    }
}
