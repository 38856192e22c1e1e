package vmconf.compiler.vmd;

import java.util.List;
import java.util.Optional;
import vmconf.compiler.expand.CommandLineMacro;
import vmconf.compiler.expand.MacroTable;
import vmconf.compiler.syntax.Macros;
import vmconf.compiler.syntax.Scanner;
import vmconf.compiler.syntax.Vocabulary;
import vmconf.grammar.VmConf;
import vmconf.source.Origin;
import vmconf.source.SourceFile;
import vmconf.source.Sources;
import vmconf.source.Span;

/// Judges a file as `vmd -n` does, or as vmd does when it starts: the statements of the top level.
public final class Judge {
    /// vmd may have 128 files open (login class `daemon`), of which it needs five for itself.
    private static final int MAX_DEPTH = 123;

    /// Files that are included at most in all. vmd has no such limit: of a file that includes
    /// itself twice it never finds the end.
    private static final int MOST_INCLUDED = 10_000;

    private final Sources sources;
    private final MacroTable macros;
    private final Scanner scanner;
    private final Report report;
    private final Lookahead ahead;
    private final Mode mode;
    private final Optional<Registration> registration;
    private final GlobalJudge globals;
    private final SwitchJudge switches;
    private final VmJudge vms;
    private int included;

    private Judge(
            SourceFile file,
            Sources sources,
            Host host,
            List<CommandLineMacro> commandLine,
            Mode mode) {
        this.sources = sources;
        this.macros = new MacroTable(commandLine);
        this.scanner = new Scanner(file, Vocabulary.ofVmdAlone(), macros);
        this.report = new Report(scanner, mode.debug());
        this.ahead = new Lookahead(scanner, report);
        this.mode = mode;
        this.registration = mode.load() ? Optional.of(new Registration()) : Optional.empty();
        this.globals = new GlobalJudge(ahead, report, host);
        this.switches = new SwitchJudge(ahead, report, registration);
        this.vms = new VmJudge(ahead, report, host, registration);
    }

    /// vmd's verdict on a file that could be opened.
    public static Verdict judge(
            SourceFile file,
            Sources sources,
            Host host,
            List<CommandLineMacro> commandLine,
            Mode mode) {
        return new Judge(file, sources, host, commandLine, mode).judge();
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
        if (accept && !mode.load()) {
            report.plain("configuration OK");
        }
        Reading reading = new Reading(vms.read(), switches.read(), globals.globals());
        return new Verdict(
                accept, report.text(), reading, registration.map(Registration::registry));
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
            case VmConf.LOCAL -> globals.local();
            case VmConf.SOCKET -> globals.socket();
            case VmConf.AGENTX -> globals.agentx();
            case VmConf.STAGGERED -> globals.staggered();
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
        if (depth < MAX_DEPTH
                && included < MOST_INCLUDED
                && sources.read(path) instanceof Sources.Answer.Found(var file)) {
            included++;
            scanner.enter(file, new Origin.Inclusion(at, depth));
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
}
