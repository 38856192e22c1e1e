package vmconf.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vmconf.grammar.VmConf;

/// The options of a `switch` block from what the parser found.
final class SwitchBlockBuilder {
    private SwitchBlockBuilder() {}

    static List<Directive.InSwitch> options(VmConf.@Nullable SwitchBlockContext block) {
        return block == null
                ? List.of()
                : block.switchOption().stream().map(SwitchBlockBuilder::option).toList();
    }

    private static Directive.InSwitch option(VmConf.SwitchOptionContext context) {
        var span = Spans.of(context);
        if (context.exception != null) {
            return new Directive.Broken(span);
        }
        return switch (context) {
            case VmConf.SwitchEnableContext _ -> new Directive.Enable(span);
            case VmConf.SwitchDisableContext _ -> new Directive.Disable(span);
            case VmConf.SwitchInterfaceContext bridge ->
                    new Directive.SwitchInterface(span, Words.string(bridge.string(), bridge));
            case VmConf.SwitchGroupContext group ->
                    new Directive.Group(span, Words.string(group.string(), group));
            case VmConf.LockedLladdrContext _ -> new Directive.LockedLladdr(span);
            case VmConf.SwitchRdomainContext rdomain ->
                    new Directive.Rdomain(span, Words.of(rdomain.INT(), rdomain));
            case VmConf.SwitchAddContext add ->
                    new Directive.SwitchAdd(span, Words.string(add.string(), add));
            case VmConf.SwitchUpContext _ -> new Directive.Up(span);
            case VmConf.SwitchDownContext _ -> new Directive.Down(span);
            default -> new Directive.Broken(span);
        };
    }
}
