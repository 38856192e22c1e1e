package vmconf.compiler.syntax;

import java.util.List;
import java.util.Optional;
import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// Directives of the top level from what the parser found.
final class LineBuilder extends DirectiveBuilder<Directive> {
    private final AgentxBuilder agentx = new AgentxBuilder();
    private final SwitchBlockBuilder switches = new SwitchBlockBuilder();
    private final VmBlockBuilder vms = new VmBlockBuilder();

    List<Directive> directives(VmConf.LineContext line) {
        if (line.made != null) {
            return List.of(statement(line.made));
        }
        return line.set == null ? List.of() : List.of(build(line.set));
    }

    /// Of a block, what could be read is kept.
    private Directive statement(VmConf.StatementContext statement) {
        return statement instanceof VmConf.VmContext || statement instanceof VmConf.SwitchContext
                ? statement.accept(this)
                : build(statement);
    }

    @Override
    Directive broken(Span span) {
        return new Directive.Broken(span);
    }

    @Override
    public Directive visitInclude(VmConf.IncludeContext include) {
        return new Directive.Include(Spans.of(include), Words.string(include.file, include));
    }

    @Override
    public Directive visitMacro(VmConf.MacroContext macro) {
        return new Directive.Macro(
                Spans.of(macro), Words.of(macro.name, macro), Words.of(macro.value, macro));
    }

    @Override
    public Directive visitSwitch(VmConf.SwitchContext block) {
        return new Directive.Switch(
                Spans.of(block), Words.string(block.name, block), switches.options(block.block));
    }

    @Override
    public Directive visitVm(VmConf.VmContext vm) {
        boolean instance = vm.child != null;
        return new Directive.Vm(
                Spans.of(vm),
                Words.string(instance ? vm.child : vm.name, vm),
                instance ? Optional.of(Words.string(vm.name, vm)) : Optional.empty(),
                vms.options(vm.block));
    }

    @Override
    public Directive visitLocalInet6(VmConf.LocalInet6Context inet6) {
        return new Directive.LocalInet6(Spans.of(inet6), Words.optional(inet6.value, inet6));
    }

    @Override
    public Directive visitLocalPrefix(VmConf.LocalPrefixContext prefix) {
        return new Directive.LocalPrefix(Spans.of(prefix), Words.of(prefix.value, prefix));
    }

    @Override
    public Directive visitSocketOwner(VmConf.SocketOwnerContext owner) {
        return new Directive.SocketOwner(Spans.of(owner), Words.account(owner.user, owner));
    }

    @Override
    public Directive visitAgentx(VmConf.AgentxContext options) {
        return new Directive.Agentx(Spans.of(options), agentx.build(options.options));
    }

    @Override
    public Directive visitStaggeredStart(VmConf.StaggeredStartContext start) {
        return new Directive.StaggeredStart(
                Spans.of(start), Words.of(start.parallel, start), Words.of(start.delay, start));
    }
}
