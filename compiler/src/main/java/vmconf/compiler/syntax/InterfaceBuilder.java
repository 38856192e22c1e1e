package vmconf.compiler.syntax;

import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// The options of an interface from what the parser found.
final class InterfaceBuilder extends DirectiveBuilder<Directive.InInterface> {
    @Override
    Directive.InInterface broken(Span span) {
        return new Directive.Broken(span);
    }

    @Override
    public Directive.InInterface visitInterfaceSwitch(VmConf.InterfaceSwitchContext join) {
        return new Directive.InterfaceSwitch(Spans.of(join), Words.string(join.name, join));
    }

    @Override
    public Directive.InInterface visitInterfaceGroup(VmConf.InterfaceGroupContext group) {
        return new Directive.Group(Spans.of(group), Words.string(group.name, group));
    }

    @Override
    public Directive.InInterface visitLladdr(VmConf.LladdrContext lladdr) {
        return new Directive.Lladdr(
                Spans.of(lladdr), lladdr.locked != null, Words.optional(lladdr.address, lladdr));
    }

    @Override
    public Directive.InInterface visitInterfaceRdomain(VmConf.InterfaceRdomainContext rdomain) {
        return new Directive.Rdomain(Spans.of(rdomain), Words.of(rdomain.id, rdomain));
    }

    @Override
    public Directive.InInterface visitInterfaceUp(VmConf.InterfaceUpContext up) {
        return new Directive.Up(Spans.of(up));
    }

    @Override
    public Directive.InInterface visitInterfaceDown(VmConf.InterfaceDownContext down) {
        return new Directive.Down(Spans.of(down));
    }
}
