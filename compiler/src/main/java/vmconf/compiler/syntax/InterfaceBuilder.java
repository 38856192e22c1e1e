package vmconf.compiler.syntax;

import java.util.List;
import java.util.Optional;
import vmconf.grammar.VmConf;

/// `interface` and `allow instance`, whose options are blocks of their own.
final class InterfaceBuilder {
    private InterfaceBuilder() {}

    static Directive.InVm nic(VmConf.InterfaceContext nic) {
        VmConf.InterfaceOptionsContext options = nic.interfaceOptions();
        return new Directive.Interface(
                Spans.of(nic),
                nic.LOCAL() != null,
                Optional.ofNullable(nic.WORD()).map(name -> Words.of(name, nic)),
                options == null
                        ? List.of()
                        : options.interfaceOption().stream()
                                .map(InterfaceBuilder::option)
                                .toList());
    }

    private static Directive.InInterface option(VmConf.InterfaceOptionContext context) {
        var span = Spans.of(context);
        if (context.exception != null) {
            return new Directive.Broken(span);
        }
        return switch (context) {
            case VmConf.InterfaceSwitchContext join ->
                    new Directive.InterfaceSwitch(span, Words.string(join.string(), join));
            case VmConf.InterfaceGroupContext group ->
                    new Directive.Group(span, Words.string(group.string(), group));
            case VmConf.LladdrContext lladdr ->
                    new Directive.Lladdr(
                            span,
                            lladdr.LOCKED() != null,
                            Optional.ofNullable(lladdr.WORD())
                                    .map(address -> Words.of(address, lladdr)));
            case VmConf.InterfaceRdomainContext rdomain ->
                    new Directive.Rdomain(span, Words.of(rdomain.INT(), rdomain));
            case VmConf.InterfaceUpContext _ -> new Directive.Up(span);
            case VmConf.InterfaceDownContext _ -> new Directive.Down(span);
            default -> new Directive.Broken(span);
        };
    }

    static Directive.InVm allow(VmConf.AllowInstanceContext allow) {
        VmConf.InstanceFlagsContext flags = allow.instanceFlags();
        return new Directive.AllowInstance(
                Spans.of(allow),
                flags == null
                        ? List.of()
                        : flags.instanceFlag().stream().map(InterfaceBuilder::flag).toList());
    }

    private static Directive.InInstanceFlag flag(VmConf.InstanceFlagContext context) {
        var span = Spans.of(context);
        if (context.exception != null) {
            return new Directive.Broken(span);
        }
        return switch (context) {
            case VmConf.AllowBootContext _ -> new Directive.AllowBoot(span);
            case VmConf.AllowMemoryContext _ -> new Directive.AllowMemory(span);
            case VmConf.AllowInterfaceContext _ -> new Directive.AllowInterface(span);
            case VmConf.AllowDiskContext _ -> new Directive.AllowDisk(span);
            case VmConf.AllowCdromContext _ -> new Directive.AllowCdrom(span);
            case VmConf.AllowInstancesContext _ -> new Directive.AllowInstances(span);
            case VmConf.AllowOwnerContext owner ->
                    new Directive.AllowOwner(span, Words.account(owner.account(), owner));
            default -> new Directive.Broken(span);
        };
    }
}
