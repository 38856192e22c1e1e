package vmconf.compiler.export.conf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.compiler.export.Names;
import vmconf.compiler.export.OneLine;
import vmconf.compiler.export.Places;
import vmconf.plan.Agentx;
import vmconf.plan.BootDevice;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Firmware;
import vmconf.plan.InstancePermission;
import vmconf.plan.Interface;
import vmconf.plan.LocalNetwork;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.StaggeredStart;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// A plan as a vm.conf in which everything is written: no macros, no includes, no instances, every
/// address, and what a switch gives to an interface in the interface, too. So none of vmd's ways
/// to take things over matters (`vmconf-language` sections 5 and 6).
public final class ConfText {
    private static final long MEBIBYTE = 1 << 20;
    private static final long GIBIBYTE = 1 << 30;

    private final Plan plan;
    private final boolean ours;
    private final ConfLines lines = new ConfLines();

    private ConfText(Plan plan, boolean ours) {
        this.plan = plan;
        this.ours = ours;
    }

    /// @param ours also what only our own runtime knows
    public static ConfLines of(Plan plan, String title, boolean ours) {
        ConfText text = new ConfText(plan, ours);
        text.lines.add("# " + OneLine.of(title) + ".", "");
        text.settings();
        boolean late = new Inheritance(plan).isWrong();
        if (!late) {
            text.switches();
        }
        for (int i = 0; i < plan.vms().size(); i++) {
            text.vm(plan.vms().get(i), "/vms/" + i);
        }
        if (late) {
            text.switches();
        }
        return text.lines;
    }

    private void switches() {
        for (int i = 0; i < plan.switches().size(); i++) {
            bridge(plan.switches().get(i), "/switches/" + i);
        }
    }

    private void settings() {
        LocalNetwork local = plan.local();
        if (!local.prefix().equals(LocalNetwork.DEFAULT.prefix())) {
            lines.add("local prefix " + local.prefix(), "/local/prefix");
        }
        if (local.inet6()) {
            String prefix =
                    local.inet6Prefix().map(each -> " prefix " + ConfLines.quoted(each)).orElse("");
            lines.add("local inet6" + prefix, "/local/inet6");
        }
        if (!plan.socketOwner().equals(Owner.ROOT)) {
            lines.add("socket owner " + owner(plan.socketOwner()), "/socket-owner/user");
        }
        plan.agentx().ifPresent(this::agentx);
        StaggeredStart staggered = plan.staggeredStart();
        staggered
                .parallel()
                .ifPresent(
                        parallel ->
                                lines.add(
                                        "staggered start parallel %d delay %d"
                                                .formatted(parallel, staggered.delay()),
                                        "/staggered-start/parallel"));
    }

    private void agentx(Agentx agentx) {
        String context =
                agentx.context().isEmpty() ? "" : " context " + ConfLines.quoted(agentx.context());
        String path =
                agentx.path().equals(Agentx.DEFAULT_PATH)
                        ? ""
                        : " path " + ConfLines.quoted(agentx.path());
        lines.add("agentx" + context + path, "/agentx/path");
    }

    /// A user by number is no word; everything else is one.
    private static String owner(Owner owner) {
        boolean number =
                owner.group().isEmpty()
                        && !owner.user().isEmpty()
                        && owner.user().chars().allMatch(c -> c >= '0' && c <= '9');
        String text = owner.user() + owner.group().map(each -> ":" + each).orElse("");
        return number ? text : ConfLines.quoted(text);
    }

    private void open(String head, String pointer) {
        lines.add("", "");
        String place = Places.comment(plan, pointer);
        if (!place.isEmpty()) {
            lines.add("#" + place.substring(1), "");
        }
        lines.add(head + " {", pointer + "/name");
    }

    private void option(boolean there, String words, String pointer) {
        if (there) {
            lines.add("\t" + words, pointer);
        }
    }

    private void option(Optional<?> value, String words, String pointer) {
        value.ifPresent(each -> lines.add("\t" + words + " " + each, pointer));
    }

    private void bridge(Switch each, String pointer) {
        open("switch " + ConfLines.quoted(each.name()), pointer);
        option(!each.enabled(), "disable", pointer + "/enabled");
        option(true, "interface " + each.bridge(), pointer + "/interface");
        option(each.group().map(ConfLines::quoted), "group", pointer + "/group");
        option(each.rdomain(), "rdomain", pointer + "/rdomain");
        option(each.lockedLladdr(), "locked lladdr", pointer + "/locked-lladdr");
        option(!each.up(), "down", pointer + "/up");
        lines.add("}", "");
    }

    private void vm(Vm vm, String pointer) {
        open("vm " + ConfLines.quoted(vm.name()), pointer);
        vm.instanceOf()
                .filter(Names::isPlain)
                .ifPresent(parent -> lines.add("\t# an instance of \"" + parent + "\"", ""));
        option(!vm.enabled(), "disable", pointer + "/enabled");
        option(true, "memory " + memory(vm.memory()), pointer + "/memory");
        option(ours && vm.cpus() != 1, "cpus " + vm.cpus(), pointer + "/cpus");
        boot(vm, pointer + "/boot");
        for (int i = 0; i < vm.disks().size(); i++) {
            disk(vm.disks().get(i), pointer + "/disks/" + i);
        }
        option(vm.cdrom().map(ConfLines::quoted), "cdrom", pointer + "/cdrom");
        for (int i = 0; i < vm.interfaces().size(); i++) {
            nic(vm.interfaces().get(i), pointer + "/interfaces/" + i);
        }
        option(
                !vm.owner().equals(Owner.ROOT),
                "owner " + owner(vm.owner()),
                pointer + "/owner/user");
        allow(vm.allowInstance(), pointer + "/allow-instance/flags");
        option(vm.sev() && !vm.seves(), "sev", pointer + "/sev");
        option(vm.seves(), "seves", pointer + "/seves");
        lines.add("}", "");
    }

    private static String memory(long bytes) {
        return bytes % GIBIBYTE == 0 ? bytes / GIBIBYTE + "G" : bytes / MEBIBYTE + "M";
    }

    private void boot(Vm vm, String pointer) {
        option(vm.boot().image().map(ConfLines::quoted), "boot", pointer + "/image");
        BootDevice device = vm.boot().device();
        option(device != BootDevice.AUTO, "boot device " + device.word(), pointer + "/device");
        boolean uefi = ours && vm.boot().firmware() == Firmware.UEFI;
        option(uefi, "firmware uefi", pointer + "/firmware");
        Optional<String> variables = vm.boot().efivars().filter(_ -> ours);
        option(variables.map(ConfLines::quoted), "efivars", pointer + "/efivars");
    }

    private void disk(Disk disk, String pointer) {
        String format = disk.format() == DiskFormat.AUTO ? "" : " format " + disk.format().word();
        option(true, "disk " + ConfLines.quoted(disk.path()) + format, pointer + "/path");
    }

    private void nic(Interface nic, String pointer) {
        String tap = nic.tap().equals("tap") ? "" : " " + nic.tap();
        String local = nic.local().isPresent() ? "local " : "";
        option(true, local + "interface" + tap + " {", pointer + "/tap");
        String locked = nic.lockedLladdr() ? "locked " : "";
        option(true, "\t" + locked + "lladdr " + nic.lladdr(), pointer + "/lladdr");
        option(nic.switchName().map(ConfLines::quoted), "\tswitch", pointer + "/switch");
        option(nic.group().map(ConfLines::quoted), "\tgroup", pointer + "/group");
        option(nic.rdomain(), "\trdomain", pointer + "/rdomain");
        option(!nic.up(), "\tdown", pointer + "/up");
        option(true, "}", "");
    }

    private void allow(InstancePermission allowed, String pointer) {
        List<String> words = new ArrayList<>();
        allowed.flags().forEach(each -> words.add(each.word()));
        allowed.owner().ifPresent(each -> words.add("owner " + owner(each)));
        option(!words.isEmpty(), "allow instance { " + String.join(", ", words) + " }", pointer);
    }
}
