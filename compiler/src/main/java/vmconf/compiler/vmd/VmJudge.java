package vmconf.compiler.vmd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmconf.compiler.value.HostNames;
import vmconf.grammar.VmConf;

/// `vm` blocks.
final class VmJudge {
    private static final int MOST_INTERFACES = 4;
    private static final int MAX_PATH = 1023;

    private final Lookahead ahead;
    private final Report report;
    private final Host host;
    private final Optional<Registration> registration;
    private final InterfaceJudge interfaces;
    private final DiskJudge disks;
    private final MemoryJudge memory;
    private final BootJudge boot;
    private final AllowJudge allow;
    private final List<Placed<VmSettings>> read = new ArrayList<>();

    private VmDraft vm = VmDraft.vm("");

    VmJudge(Lookahead ahead, Report report, Host host, Optional<Registration> registration) {
        this.ahead = ahead;
        this.report = report;
        this.host = host;
        this.registration = registration;
        this.interfaces = new InterfaceJudge(ahead, report);
        this.disks = new DiskJudge(ahead, report, host);
        this.memory = new MemoryJudge(ahead, report);
        this.boot = new BootJudge(ahead, report, host);
        this.allow = new AllowJudge(ahead, report, host);
    }

    /// The VMs of all blocks that were right, as they are written.
    List<Placed<VmSettings>> read() {
        return read;
    }

    void block() throws Restart {
        ahead.accept();
        vm = header();
        Block.read(ahead, this::option);
        VmSettings settings = vm.settings(boot.image());
        read.add(report.placed(settings));
        if (registration.isPresent()) {
            tell(settings, registration.get().add(settings));
        }
        boot.forget();
    }

    private void tell(VmSettings settings, Outcome outcome) throws Restart {
        String subject = "vm \"" + settings.name() + "\" ";
        switch (outcome) {
            case Outcome.Registered(var id) -> {
                report.debug("vm_register: registering vm " + id);
                String state = settings.disabled() ? "disabled" : "enabled";
                report.debugHere(subject + "registered (" + state + ")");
            }
            case Outcome.Skipped _ -> report.debugHere(subject + "skipped (already exists)");
            case Outcome.Refused(var reason, var error) -> {
                reason.ifPresent(report::log);
                report.error(subject + "failed: " + error);
                throw Restart.refused();
            }
        }
    }

    private VmDraft header() throws Restart {
        String name = Strings.joined(ahead);
        if (ahead.peek() != VmConf.INSTANCE) {
            ahead.require(Set.of(VmConf.OPEN));
            limit(name, "vm");
            return VmDraft.vm(name);
        }
        ahead.accept();
        String parent = name;
        String own = Strings.joined(ahead);
        limit(parent, "vm " + parent);
        limit(own, "vm");
        return VmDraft.instance(parent, own);
    }

    private void limit(String name, String subject) throws Restart {
        if (HostNames.tooLong(name, HostNames.MAX_NAME).isPresent()) {
            report.error(subject + " name too long");
            throw Restart.refused();
        }
    }

    private void option() throws Restart {
        switch (ahead.peek()) {
            case VmConf.ENABLE, VmConf.DISABLE -> {
                vm.disabled(ahead.peek() == VmConf.DISABLE);
                ahead.accept();
            }
            case VmConf.SEV, VmConf.SEVES -> {
                vm.sev(ahead.peek() == VmConf.SEVES);
                ahead.accept();
            }
            case VmConf.DISK -> vm.add(disks.option(vm.disks()));
            case VmConf.LOCAL, VmConf.INTERFACE -> vm.add(interfaces.option(vm.nics()));
            case VmConf.BOOT -> boot.option(vm);
            case VmConf.CDROM -> cdrom();
            case VmConf.INTERFACES -> count();
            case VmConf.MEMORY -> vm.memory(memory.option(vm.hasMemory()));
            case VmConf.OWNER -> {
                ahead.accept();
                vm.owner(Strings.owner(ahead, report, host));
            }
            case VmConf.ALLOW -> allow.option(vm);
            default -> throw Restart.syntax();
        }
    }

    private void cdrom() throws Restart {
        ahead.accept();
        String path = Strings.joined(ahead);
        if (vm.hasCdrom()) {
            report.error("cdrom specified more than once");
            throw Restart.refused();
        }
        if (HostNames.tooLong(path, MAX_PATH).isPresent()) {
            report.error("cdrom name too long");
            throw Restart.refused();
        }
        vm.cdrom(path);
    }

    private void count() throws Restart {
        ahead.accept();
        long number = Long.parseLong(ahead.accept(VmConf.INT));
        if (vm.asksForNics()) {
            report.error("interfaces specified more than once");
            throw Restart.refused();
        }
        if (number < 0 || number > MOST_INTERFACES) {
            report.error("too many interfaces: " + number);
            throw Restart.refused();
        }
        vm.askForNics(number);
    }
}
