package vmconf.compiler.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/// `vmconf completion`: a script that lets a shell complete command lines.
final class CompletionCommand implements Command {
    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "print a script that completes command lines in a shell";
    }

    @Override
    public String operands() {
        return "bash | fish | zsh";
    }

    @Override
    public List<String> words() {
        return List.of("bash", "fish", "zsh");
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        if (line.getArgList().size() != 1) {
            throw new UsageException("expected one shell: bash, fish or zsh");
        }
        String shell = Choice.of("shell", words(), line.getArgList().getFirst());
        streams.out()
                .print(
                        switch (shell) {
                            case "fish" -> CompletionScripts.fish(Vmconf.commands());
                            case "zsh" -> CompletionScripts.zsh(Vmconf.commands());
                            default -> CompletionScripts.bash(Vmconf.commands());
                        });
        return OK;
    }
}
