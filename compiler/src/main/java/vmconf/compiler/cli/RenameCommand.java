package vmconf.compiler.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.edit.Editor;

/// `vmconf rename`: gives a VM or a switch another name, everywhere it is named.
final class RenameCommand implements Command {
    @Override
    public String name() {
        return "rename";
    }

    @Override
    public String summary() {
        return "give a VM or a switch another name, everywhere it is named";
    }

    @Override
    public String operands() {
        return "FILE [vm|switch] OLD NEW";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Editing.addTo(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        int operands = line.getArgList().size();
        if (operands < 3 || operands > 4) {
            throw new UsageException("expected a file, the old name and the new one");
        }
        return new Editing(this, line, streams).run(Editor::rename);
    }
}
