package vmconf.compiler.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import vmconf.compiler.Compiler;
import vmconf.compiler.diagnostic.RuleInfo;
import vmconf.compiler.diagnostic.Visible;

/// `vmconf explain`: tells what a rule is about; without a code, lists them.
final class ExplainCommand implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "tell what a finding's code means, or list all codes";
    }

    @Override
    public String operands() {
        return "[CODE]";
    }

    @Override
    public List<String> words() {
        return Compiler.rules().stream().map(RuleInfo::code).toList();
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(CommandLine line, Vmconf.Streams streams) throws UsageException {
        if (line.getArgList().isEmpty()) {
            for (RuleInfo info : Compiler.rules()) {
                streams.out().println(info.code() + "  " + info.title());
            }
            return OK;
        }
        if (line.getArgList().size() > 1) {
            throw new UsageException("expected one code");
        }
        String code = line.getArgList().getFirst();
        Optional<RuleInfo> found = Compiler.explain(code);
        if (found.isEmpty()) {
            throw new UsageException("unknown code \"" + code + "\"");
        }
        RuleInfo info = found.get();
        streams.out()
                .print(
                        "%s: %s (%s)%n%n%s%n%nExample:%n%n%s%nBetter:%n%n%s"
                                .formatted(
                                        info.code(),
                                        info.title(),
                                        info.severity().word(),
                                        info.reason(),
                                        Visible.of(info.example()).indent(4),
                                        Visible.of(info.fixed()).indent(4)));
        return OK;
    }
}
