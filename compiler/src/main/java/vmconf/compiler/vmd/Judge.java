package vmconf.compiler.vmd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.MacroTable;
import vmconf.compiler.syntax.Macros;
import vmconf.compiler.syntax.Scanner;
import vmconf.compiler.syntax.Vocabulary;
import vmconf.compiler.value.HostNames;
import vmconf.compiler.value.Ipv4Prefix;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.compiler.value.PrefixRefusal;
import vmconf.grammar.VmConf;
import vmconf.source.Origin;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.source.Span;

/// Judges a file as `vmd -n` does: the statements of the top level.
public final class Judge {
    private static final int MAX_CONTEXT = 32;
    private static final int MAX_AGENTX_PATH = 103;

    /// vmd may hold so many files open; the reference has 128 descriptors.
    private static final int MAX_DEPTH = 120;

    private final Sources sources;
    private final Host host;
    private final MacroTable macros;
    private final Scanner scanner;
    private final Report report;
    private final Lookahead ahead;
    private final SwitchJudge switches;
    private final VmJudge vms;

    private Judge(SourceFile file, Sources sources, Host host, List<CommandLineMacro> commandLine) {
        this.sources = sources;
        this.host = host;
        this.macros = new MacroTable(commandLine);
        this.scanner = new Scanner(file, Vocabulary.OPENBSD, macros);
        this.report = new Report(scanner);
        this.ahead = new Lookahead(scanner, report);
        this.switches = new SwitchJudge(ahead, report);
        this.vms = new VmJudge(ahead, report, host);
    }

    /// vmd's verdict on a file that could be opened.
    public static Verdict judge(
            SourceFile file, Sources sources, Host host, List<CommandLineMacro> commandLine) {
        return new Judge(file, sources, host, commandLine).judge();
    }

    private Verdict judge() {
        boolean more = true;
        while (more) {
            try {
                more = statement();
            } catch (Restart restart) {
                more = ahead.recover(restart);
            }
        }
        for (Macros.Macro macro : macros.unused()) {
            report.plain("warning: macro '" + macro.name() + "' not used");
        }
        boolean accept = report.clean();
        if (accept) {
            report.plain("configuration OK");
        }
        return new Verdict(accept, report.text());
    }

    /// One line of the top level.
    ///
    /// @return whether there may be more
    private boolean statement() throws Restart {
        switch (ahead.peek()) {
            case VmConf.EOF -> {
                return false;
            }
            case VmConf.NL -> {}
            case VmConf.INCLUDE -> include();
            case VmConf.WORD -> macro();
            case VmConf.LOCAL -> local();
            case VmConf.SOCKET -> {
                ahead.accept();
                ahead.accept(VmConf.OWNER);
                Strings.owner(ahead, report, host);
            }
            case VmConf.AGENTX -> agentx();
            case VmConf.STAGGERED -> staggered();
            case VmConf.SWITCH -> switches.block();
            case VmConf.VM -> vms.block();
            default -> throw Restart.syntax();
        }
        ahead.accept(VmConf.NL);
        return true;
    }

    private void include() throws Restart {
        Span at = Span.of(scanner.file(), 0, 0);
        ahead.accept();
        String path = Strings.joined(ahead);
        int depth = scanner.depth();
        if (depth < MAX_DEPTH && sources.read(path) instanceof Sources.Answer.Found(var included)) {
            scanner.enter(included, new Origin.Inclusion(at, depth));
            return;
        }
        report.error("failed to include file " + path);
        throw Restart.refused();
    }

    private void macro() throws Restart {
        String name = ahead.accept();
        ahead.accept(VmConf.EQUALS);
        String value = ahead.accept(VmConf.WORD);
        if (name.chars().skip(1).anyMatch(c -> c == ' ' || (c >= '\t' && c <= '\r'))) {
            report.error("macro name cannot contain whitespace");
            throw Restart.refused();
        }
        macros.define(name, value);
    }

    private void local() throws Restart {
        ahead.accept();
        switch (ahead.peek()) {
            case VmConf.INET6 -> {
                ahead.accept();
                if (ahead.peek() != VmConf.PREFIX) {
                    ahead.require(Set.of(VmConf.NL));
                    return;
                }
                ahead.accept();
                prefix("inet6 ", Ipv6Prefix.judge(ahead.accept(VmConf.WORD)));
            }
            case VmConf.PREFIX -> {
                ahead.accept();
                prefix("", Ipv4Prefix.judge(ahead.accept(VmConf.WORD)));
            }
            default -> throw Restart.syntax();
        }
    }

    private void prefix(String family, Optional<PrefixRefusal> refusal) throws Restart {
        if (refusal.isPresent()) {
            report.error("invalid local %sprefix: %s".formatted(family, refusal.get().vmdWords()));
            throw Restart.refused();
        }
    }

    private void agentx() throws Restart {
        ahead.accept();
        while (ahead.peek() == VmConf.CONTEXT || ahead.peek() == VmConf.PATH) {
            boolean context = ahead.peek() == VmConf.CONTEXT;
            ahead.accept();
            String value = ahead.accept(VmConf.WORD);
            if (HostNames.tooLong(value, context ? MAX_CONTEXT : MAX_AGENTX_PATH).isPresent()) {
                report.error("agentx " + (context ? "context" : "path") + " too large");
                throw Restart.refused();
            }
            if (!context && !value.startsWith("/")) {
                report.error("agentx path is not absolute");
                throw Restart.refused();
            }
        }
    }

    private void staggered() throws Restart {
        ahead.accept();
        ahead.accept(VmConf.START);
        ahead.accept(VmConf.PARALLEL);
        ahead.accept(VmConf.INT);
        ahead.accept(VmConf.DELAY);
        ahead.accept(VmConf.INT);
    }
}
