package vmconf.plan.machine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.LocalAddress;
import vmconf.plan.Vm;

/// QEMU's arguments for a guest. Pure: the same blueprint always gives the same list.
public final class Arguments {
    private static final long MEBIBYTE = 1 << 20;

    private final Blueprint plan;
    private final List<String> list = new ArrayList<>();

    private Arguments(Blueprint plan) {
        this.plan = plan;
    }

    /// Number of the way in which devices are put into the machine, in which a guest's state finds
    /// them. One more with every change of it.
    public static final int LAYOUT = 1;

    /// Those of a guest that waits for a state.
    ///
    /// @param incoming socket at which it waits
    public static List<String> receiving(Blueprint plan, Path incoming) {
        List<String> list = new ArrayList<>(of(plan));
        list.add("-incoming");
        list.add("unix:" + incoming);
        return list;
    }

    /// Of a guest that stands still until it is let go over QMP. Without the program's own name.
    public static List<String> of(Blueprint plan) {
        Arguments arguments = new Arguments(plan);
        arguments.identity();
        arguments.machine();
        arguments.control();
        arguments.console();
        arguments.devices(Uefi::variables);
        return List.copyOf(arguments.list);
    }

    /// For a machine that is only made, and told over standard input to end. It has no links, and
    /// its images are not written to.
    public static List<String> ofTrial(Blueprint plan) {
        Arguments arguments = new Arguments(plan);
        arguments.identity();
        arguments.machine();
        arguments.list.add("-S");
        arguments.add("-chardev", "stdio,id=qmp,signal=off");
        arguments.add("-mon", "chardev=qmp,mode=control");
        arguments.add("-serial", "null");
        arguments.devices(each -> each.template().orElse(each.variables()));
        arguments.list.add("-snapshot");
        return List.copyOf(arguments.list);
    }

    /// What follows the ways to talk to it.
    ///
    /// @param variables the file that is used for the firmware's variables
    private void devices(Function<Uefi, Path> variables) {
        uefi(variables);
        boot();
        disks();
        cdrom();
        links();
        entropy();
        confinement();
    }

    private void add(String option, String value) {
        list.add(option);
        list.add(value);
    }

    private void identity() {
        Vm vm = plan.vm();
        add("-name", "guest=" + vm.name() + ",debug-threads=on");
        add("-uuid", uuid(vm).toString());
    }

    /// By which the guest's monitor is told from others.
    public static UUID uuid(Vm vm) {
        return UUID.nameUUIDFromBytes(vm.name().getBytes(StandardCharsets.UTF_8));
    }

    private void machine() {
        list.add("-nodefaults");
        list.add("-no-user-config");
        add("-display", "none");
        add("-machine", "q35,graphics=off");
        switch (plan.accelerator()) {
            case KVM -> {
                add("-accel", "kvm");
                add("-cpu", "host");
            }
            case TCG -> {
                add("-accel", "tcg,tb-size=64");
                add("-cpu", "max");
            }
        }
        add("-m", Long.toString(plan.vm().memory() / MEBIBYTE));
        add("-smp", Integer.toString(plan.vm().cpus()));
        add("-rtc", "base=utc");
    }

    private void control() {
        GuestFiles files = plan.files();
        list.add("-S");
        add("-pidfile", files.pidFile().toString());
        add("-chardev", "socket,id=qmp,server=on,wait=off,path=" + quoted(files.monitor()));
        add("-mon", "chardev=qmp,mode=control");
    }

    private void console() {
        add(
                "-chardev",
                "socket,id=console,server=on,wait=off,path="
                        + quoted(plan.files().console())
                        + ",logappend=on,logfile="
                        + quoted(plan.files().consoleLog()));
        add("-serial", "chardev:console");
    }

    /// The variables come last, which is where the firmware looks for them.
    ///
    /// @param variables the file that is used for them
    private void uefi(Function<Uefi, Path> variables) {
        plan.images()
                .uefi()
                .ifPresent(
                        uefi -> {
                            add("-drive", flash(0, "readonly=on", uefi.code()));
                            add("-drive", flash(1, "auto-read-only=off", variables.apply(uefi)));
                        });
    }

    private static String flash(int unit, String access, Path file) {
        return "if=pflash,unit=%d,format=raw,%s,file=%s".formatted(unit, access, quoted(file));
    }

    private void boot() {
        switch (plan.images().boot()) {
            case BootImage.None() -> {}
            case BootImage.Rom(Path path) -> add("-bios", path.toString());
            case BootImage.Kernel(Path path, var initrd, String commandLine) -> {
                add("-kernel", path.toString());
                initrd.ifPresent(file -> add("-initrd", file.toString()));
                add("-append", commandLine);
            }
        }
        if (isForced()) {
            add("-action", "reboot=shutdown");
            add("-boot", "strict=on");
        }
    }

    private boolean isForced() {
        return plan.vm().boot().device() != BootDevice.AUTO;
    }

    private void disks() {
        List<Drive> disks = plan.images().disks();
        for (int index = 0; index < disks.size(); index++) {
            disk(index, disks.get(index));
        }
    }

    /// A guest on a full file system stands still, as nothing is lost then; of other errors it is
    /// told, as a disk would.
    ///
    /// For a moment in which it does not write, as when its guest's state goes elsewhere, QEMU
    /// would open a disk anew, read only, for which it has no rights any more.
    private void disk(int index, Drive disk) {
        add(
                "-drive",
                "if=none,id=disk%d,format=%s,discard=unmap,auto-read-only=off,file=%s"
                                .formatted(index, disk.format().word(), quoted(disk.file()))
                        + bases(disk.bases()));
        add(
                "-device",
                "virtio-blk-pci,drive=disk%d,werror=enospc,rerror=report".formatted(index)
                        + order(BootDevice.DISK, index));
    }

    /// What lies below a disk, said here so that QEMU does not look for it in the image.
    private String bases(List<Disk> bases) {
        StringBuilder options = new StringBuilder();
        String place = ",";
        for (Disk base : bases) {
            place += "backing.";
            options.append(place).append("driver=").append(base.format().word());
            options.append(place).append("file.driver=file");
            options.append(place).append("file.filename=");
            options.append(quoted(Path.of(base.path())));
        }
        return options.toString();
    }

    private void cdrom() {
        if (plan.images().cdrom().isPresent()) {
            Path image = plan.images().cdrom().get();
            add("-device", "virtio-scsi-pci,id=scsi");
            add("-drive", "if=none,id=cdrom,format=raw,readonly=on,file=" + quoted(image));
            int last = plan.images().disks().size();
            add("-device", "scsi-cd,bus=scsi.0,drive=cdrom" + order(BootDevice.CDROM, last));
        }
    }

    /// A place in the boot order, for a device that may be booted from. With a kernel given, QEMU
    /// claims the first place itself.
    private String order(BootDevice kind, int place) {
        BootDevice wanted = plan.vm().boot().device();
        boolean eligible = wanted == BootDevice.AUTO || wanted == kind;
        boolean direct = plan.images().boot() instanceof BootImage.Kernel;
        return eligible && !direct ? ",bootindex=" + place : "";
    }

    private void links() {
        for (int index = 0; index < plan.links().size(); index++) {
            link(index, plan.links().get(index));
        }
    }

    private void link(int index, Attachment link) {
        String backend = "net" + index;
        switch (link) {
            case Attachment.Tap(_, String device) -> {
                add("-netdev", tap(backend, device));
                add("-device", nic(index, link.mac()) + ",netdev=" + backend);
            }
            case Attachment.UserMode(_, LocalAddress local, List<Forward> forwards) -> {
                add("-netdev", userMode(backend, local) + forwarded(forwards));
                add("-device", nic(index, link.mac()) + ",netdev=" + backend);
            }
            case Attachment.Unplugged _ -> add("-device", nic(index, link.mac()));
        }
    }

    private static String tap(String backend, String device) {
        return "tap,id=%s,ifname=%s,script=no,downscript=no".formatted(backend, device);
    }

    /// QEMU's network cannot be a /31: the guest gets its planned address in the /24 around it.
    private static String userMode(String backend, LocalAddress local) {
        String three = local.host().substring(0, local.host().lastIndexOf('.'));
        return "user,id=%s,net=%s.0/24,host=%s,dhcpstart=%s,dns=%s.254"
                .formatted(backend, three, local.host(), local.guest(), three);
    }

    private static String forwarded(List<Forward> forwards) {
        StringBuilder options = new StringBuilder();
        for (Forward each : forwards) {
            options.append(
                    ",hostfwd=tcp:%s:%d-:%d"
                            .formatted(each.address(), each.hostPort(), each.guestPort()));
        }
        return options.toString();
    }

    /// The boot code for networks comes in a package of its own, so only a network boot asks for
    /// it.
    private String nic(int index, String mac) {
        String device = "virtio-net-pci,id=nic%d,mac=%s".formatted(index, mac);
        boolean netBoot = plan.vm().boot().device() == BootDevice.NET;
        return netBoot ? device + order(BootDevice.NET, index) : device + ",romfile=";
    }

    private void entropy() {
        add("-device", "virtio-rng-pci");
    }

    /// Once its files are open QEMU gives up root, which the strictest sandbox would forbid.
    private void confinement() {
        plan.user().ifPresent(user -> add("-runas", user));
        String rights = plan.user().isPresent() ? "" : "elevateprivileges=deny,";
        add("-sandbox", "on,obsolete=deny," + rights + "spawn=deny,resourcecontrol=deny");
    }

    /// A comma in a value of an option list is written twice.
    private static String quoted(Path path) {
        return path.toString().replace(",", ",,");
    }
}
