package vmconf.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmconf.grammar.VmConf;

/// The options of a `vm` block from what the parser found.
final class VmBlockBuilder {
    private VmBlockBuilder() {}

    static List<Directive.InVm> options(VmConf.@Nullable VmBlockContext block) {
        return block == null
                ? List.of()
                : block.vmOption().stream().map(VmBlockBuilder::option).toList();
    }

    private static Directive.InVm option(VmConf.VmOptionContext context) {
        var span = Spans.of(context);
        if (context.exception != null) {
            return new Directive.Broken(span);
        }
        return switch (context) {
            case VmConf.VmEnableContext _ -> new Directive.Enable(span);
            case VmConf.VmDisableContext _ -> new Directive.Disable(span);
            case VmConf.SevContext _ -> new Directive.Sev(span);
            case VmConf.SevesContext _ -> new Directive.Seves(span);
            case VmConf.InterfaceContext nic -> InterfaceBuilder.nic(nic);
            case VmConf.AllowInstanceContext allow -> InterfaceBuilder.allow(allow);
            default -> withArgument(context);
        };
    }

    private static Directive.InVm withArgument(VmConf.VmOptionContext context) {
        var span = Spans.of(context);
        return switch (context) {
            case VmConf.MemoryContext memory ->
                    new Directive.Memory(
                            span,
                            Words.of(memory.INT() == null ? memory.WORD() : memory.INT(), memory));
            case VmConf.DiskContext disk ->
                    new Directive.Disk(
                            span,
                            Words.string(disk.string(0), disk),
                            Optional.ofNullable(disk.string(1))
                                    .map(format -> Words.string(format, disk)));
            case VmConf.CdromContext cdrom ->
                    new Directive.Cdrom(span, Words.string(cdrom.string(), cdrom));
            case VmConf.BootContext boot ->
                    new Directive.Boot(span, Words.string(boot.string(), boot));
            case VmConf.KernelContext kernel ->
                    new Directive.Kernel(span, Words.string(kernel.string(), kernel));
            case VmConf.BootDeviceContext boot -> new Directive.BootDevice(span, device(boot));
            case VmConf.InterfacesContext interfaces ->
                    new Directive.Interfaces(span, Words.of(interfaces.INT(), interfaces));
            case VmConf.OwnerContext owner ->
                    new Directive.Owner(span, Words.account(owner.account(), owner));
            case VmConf.CpusContext cpus -> new Directive.Cpus(span, Words.of(cpus.INT(), cpus));
            case VmConf.FirmwareContext firmware ->
                    new Directive.Firmware(span, Words.string(firmware.string(), firmware));
            case VmConf.EfivarsContext efivars ->
                    new Directive.Efivars(span, Words.string(efivars.string(), efivars));
            default -> new Directive.Broken(span);
        };
    }

    private static Keyword device(VmConf.BootDeviceContext boot) {
        if (boot.DISK() != null) {
            return Keyword.DISK;
        }
        return boot.CDROM() != null ? Keyword.CDROM : Keyword.NET;
    }
}
