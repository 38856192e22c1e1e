package vmconf.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// The options of a `switch` block from what the parser found.
final class SwitchBlockBuilder extends DirectiveBuilder<Directive.InSwitch> {
    List<Directive.InSwitch> options(VmConf.@Nullable SwitchBlockContext block) {
        return block == null ? List.of() : build(block.options);
    }

    @Override
    Directive.InSwitch broken(Span span) {
        return new Directive.Broken(span);
    }

    @Override
    public Directive.InSwitch visitSwitchEnable(VmConf.SwitchEnableContext enable) {
        return new Directive.Enable(Spans.of(enable));
    }

    @Override
    public Directive.InSwitch visitSwitchDisable(VmConf.SwitchDisableContext disable) {
        return new Directive.Disable(Spans.of(disable));
    }

    @Override
    public Directive.InSwitch visitSwitchInterface(VmConf.SwitchInterfaceContext bridge) {
        return new Directive.SwitchInterface(Spans.of(bridge), Words.string(bridge.name, bridge));
    }

    @Override
    public Directive.InSwitch visitSwitchGroup(VmConf.SwitchGroupContext group) {
        return new Directive.Group(Spans.of(group), Words.string(group.name, group));
    }

    @Override
    public Directive.InSwitch visitLockedLladdr(VmConf.LockedLladdrContext locked) {
        return new Directive.LockedLladdr(Spans.of(locked));
    }

    @Override
    public Directive.InSwitch visitSwitchRdomain(VmConf.SwitchRdomainContext rdomain) {
        return new Directive.Rdomain(Spans.of(rdomain), Words.of(rdomain.id, rdomain));
    }

    @Override
    public Directive.InSwitch visitSwitchAdd(VmConf.SwitchAddContext add) {
        return new Directive.SwitchAdd(Spans.of(add), Words.string(add.name, add));
    }

    @Override
    public Directive.InSwitch visitSwitchUp(VmConf.SwitchUpContext up) {
        return new Directive.Up(Spans.of(up));
    }

    @Override
    public Directive.InSwitch visitSwitchDown(VmConf.SwitchDownContext down) {
        return new Directive.Down(Spans.of(down));
    }
}
