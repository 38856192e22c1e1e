package vmconf.compiler.syntax;

import java.util.List;
import java.util.Optional;
import vmconf.grammar.VmConf;

/// Directives of the top level from what the parser found.
final class LineBuilder {
    private LineBuilder() {}

    static List<Directive> directives(VmConf.LineContext line) {
        if (line.statement() != null) {
            return List.of(statement(line.statement()));
        }
        return line.global() == null ? List.of() : List.of(global(line.global()));
    }

    private static Directive statement(VmConf.StatementContext context) {
        return switch (context) {
            case VmConf.VmContext vm -> vm(vm);
            case VmConf.SwitchContext block ->
                    new Directive.Switch(
                            Spans.of(block),
                            Words.string(block.string(), block),
                            SwitchBlockBuilder.options(block.switchBlock()));
            case VmConf.IncludeContext include when include.exception == null ->
                    new Directive.Include(
                            Spans.of(include), Words.string(include.string(), include));
            case VmConf.MacroContext macro when macro.exception == null ->
                    new Directive.Macro(
                            Spans.of(macro),
                            Words.of(macro.WORD(0), macro),
                            Words.of(macro.WORD(1), macro));
            default -> new Directive.Broken(Spans.of(context));
        };
    }

    private static Directive vm(VmConf.VmContext vm) {
        boolean instance = vm.INSTANCE() != null;
        VmConf.StringContext first = vm.string(0);
        VmConf.StringContext second = vm.string(1);
        return new Directive.Vm(
                Spans.of(vm),
                Words.string(instance ? second : first, vm),
                instance ? Optional.of(Words.string(first, vm)) : Optional.empty(),
                VmBlockBuilder.options(vm.vmBlock()));
    }

    private static Directive global(VmConf.GlobalContext context) {
        if (context.exception != null) {
            return new Directive.Broken(Spans.of(context));
        }
        return switch (context) {
            case VmConf.LocalInet6Context inet6 ->
                    new Directive.LocalInet6(
                            Spans.of(inet6),
                            Optional.ofNullable(inet6.WORD()).map(word -> Words.of(word, inet6)));
            case VmConf.LocalPrefixContext prefix ->
                    new Directive.LocalPrefix(Spans.of(prefix), Words.of(prefix.WORD(), prefix));
            case VmConf.SocketOwnerContext owner ->
                    new Directive.SocketOwner(
                            Spans.of(owner), Words.account(owner.account(), owner));
            case VmConf.AgentxContext agentx ->
                    new Directive.Agentx(
                            Spans.of(agentx),
                            agentx.agentxOption().stream().map(LineBuilder::agentxOption).toList());
            case VmConf.StaggeredStartContext start ->
                    new Directive.StaggeredStart(
                            Spans.of(start),
                            Words.of(start.INT(0), start),
                            Words.of(start.INT(1), start));
            default -> new Directive.Broken(Spans.of(context));
        };
    }

    private static Directive.InAgentx agentxOption(VmConf.AgentxOptionContext context) {
        if (context.exception != null) {
            return new Directive.Broken(Spans.of(context));
        }
        return switch (context) {
            case VmConf.ContextContext name ->
                    new Directive.Context(Spans.of(name), Words.of(name.WORD(), name));
            case VmConf.PathContext path ->
                    new Directive.Path(Spans.of(path), Words.of(path.WORD(), path));
            default -> new Directive.Broken(Spans.of(context));
        };
    }
}
