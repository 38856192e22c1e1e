package vmconf.compiler.cli;

import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// `vmconf remove-vm`: takes the block of a VM away.
final class RemoveVmCommand implements Command {
    @Override
    public String name() {
        return "remove-vm";
    }

    @Override
    public Optional<String> alias() {
        return Optional.of("remove");
    }

    @Override
    public String summary() {
        return "take a VM away, with the comment directly above it";
    }

    @Override
    public String operands() {
        return "FILE NAME";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Editing.addTo(options);
        options.addOption(
                Option.builder()
                        .longOpt("with-instances")
                        .desc("take its instances away too, and theirs")
                        .get());
        return options;
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        if (line.getArgList().size() != 2) {
            throw new UsageException("expected a file and the name of a VM: vm.conf web");
        }
        boolean withInstances = line.hasOption("with-instances");
        return new Editing(this, line, streams)
                .run((editor, words) -> editor.remove(words.getFirst(), withInstances));
    }
}
