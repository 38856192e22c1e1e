package vmconf.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vmconf.grammar.VmConf;
import vmconf.source.Span;

/// The options of a `vm` block from what the parser found.
final class VmBlockBuilder extends DirectiveBuilder<Directive.InVm> {
    private final InterfaceBuilder interfaces = new InterfaceBuilder();
    private final InstanceFlagBuilder flags = new InstanceFlagBuilder();

    List<Directive.InVm> options(VmConf.@Nullable VmBlockContext block) {
        return block == null ? List.of() : build(block.options);
    }

    @Override
    Directive.InVm broken(Span span) {
        return new Directive.Broken(span);
    }

    @Override
    public Directive.InVm visitVmEnable(VmConf.VmEnableContext enable) {
        return new Directive.Enable(Spans.of(enable));
    }

    @Override
    public Directive.InVm visitVmDisable(VmConf.VmDisableContext disable) {
        return new Directive.Disable(Spans.of(disable));
    }

    @Override
    public Directive.InVm visitMemory(VmConf.MemoryContext memory) {
        return new Directive.Memory(Spans.of(memory), Words.of(memory.size, memory));
    }

    @Override
    public Directive.InVm visitDisk(VmConf.DiskContext disk) {
        return new Directive.Disk(
                Spans.of(disk), Words.string(disk.image, disk), Words.optional(disk.format, disk));
    }

    @Override
    public Directive.InVm visitCdrom(VmConf.CdromContext cdrom) {
        return new Directive.Cdrom(Spans.of(cdrom), Words.string(cdrom.image, cdrom));
    }

    @Override
    public Directive.InVm visitBoot(VmConf.BootContext boot) {
        return new Directive.Boot(Spans.of(boot), Words.string(boot.image, boot));
    }

    @Override
    public Directive.InVm visitKernel(VmConf.KernelContext kernel) {
        return new Directive.Kernel(Spans.of(kernel), Words.string(kernel.image, kernel));
    }

    @Override
    public Directive.InVm visitBootDevice(VmConf.BootDeviceContext boot) {
        Keyword device =
                switch (boot.device.getType()) {
                    case VmConf.DISK -> Keyword.DISK;
                    case VmConf.CDROM -> Keyword.CDROM;
                    default -> Keyword.NET;
                };
        return new Directive.BootDevice(Spans.of(boot), device);
    }

    @Override
    public Directive.InVm visitInterfaces(VmConf.InterfacesContext interfaces) {
        return new Directive.Interfaces(
                Spans.of(interfaces), Words.of(interfaces.count, interfaces));
    }

    @Override
    public Directive.InVm visitInterface(VmConf.InterfaceContext nic) {
        return new Directive.Interface(
                Spans.of(nic),
                nic.local != null,
                Words.optional(nic.name, nic),
                nic.options == null ? List.of() : interfaces.build(nic.options.options));
    }

    @Override
    public Directive.InVm visitOwner(VmConf.OwnerContext owner) {
        return new Directive.Owner(Spans.of(owner), Words.account(owner.user, owner));
    }

    @Override
    public Directive.InVm visitAllowInstance(VmConf.AllowInstanceContext allow) {
        return new Directive.AllowInstance(
                Spans.of(allow), allow.flags == null ? List.of() : flags.build(allow.flags.flags));
    }

    @Override
    public Directive.InVm visitSev(VmConf.SevContext sev) {
        return new Directive.Sev(Spans.of(sev));
    }

    @Override
    public Directive.InVm visitSeves(VmConf.SevesContext seves) {
        return new Directive.Seves(Spans.of(seves));
    }

    @Override
    public Directive.InVm visitCpus(VmConf.CpusContext cpus) {
        return new Directive.Cpus(Spans.of(cpus), Words.of(cpus.count, cpus));
    }

    @Override
    public Directive.InVm visitFirmware(VmConf.FirmwareContext firmware) {
        return new Directive.Firmware(Spans.of(firmware), Words.string(firmware.name, firmware));
    }

    @Override
    public Directive.InVm visitEfivars(VmConf.EfivarsContext efivars) {
        return new Directive.Efivars(Spans.of(efivars), Words.string(efivars.file, efivars));
    }
}
