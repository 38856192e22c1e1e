package vmconf.compiler.vmd;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.compiler.value.MacAddress;

/// VMs, switches and global settings as JSON.
final class SettingsWriter {
    private final Fields json;

    SettingsWriter(Fields json) {
        this.json = json;
    }

    void reading(Reading reading) {
        json.list("vms", reading.vms(), vm -> json.object(() -> read(vm)));
        json.list("switches", reading.switches(), each -> json.object(() -> readSwitch(each)));
    }

    void registry(Registry registry) {
        json.list("vms", registry.vms(), vm -> json.object(() -> registered(vm)));
        json.list(
                "switches", registry.switches(), each -> json.object(() -> registeredSwitch(each)));
    }

    private void read(Placed<VmSettings> vm) {
        json.text("name", vm.it().name());
        json.text("instance_of", vm.it().parent());
        json.text("file", vm.file());
        json.number("line", vm.line());
        json.number("memory", vm.it().hardware().memory());
        settings(vm.it());
    }

    private void registered(Registry.Vm vm) {
        json.text("name", vm.settings().name());
        json.number("id", vm.id());
        json.text("instance_of", vm.settings().parent());
        json.number("memory", vm.settings().hardware().memory());
        json.number("ncpus", 1);
        settings(vm.settings());
    }

    private void settings(VmSettings vm) {
        VmSettings.Hardware hardware = vm.hardware();
        json.list("disks", hardware.disks(), disk -> json.object(() -> disk(disk)));
        json.list("nics", hardware.nics(), nic -> json.object(() -> nic(nic)));
        json.object("owner", () -> account(vm.access().owner()));
        json.text("kernel", vm.boot().kernel());
        json.text("cdrom", hardware.cdrom());
        json.text("bootdevice", vm.boot().device().word());
        json.flag("disabled", vm.disabled());
        json.flag("sev", hardware.sev());
        json.flag("seves", hardware.seves());
        InstanceRights instances = vm.access().instances();
        json.words(
                "allow_instance",
                instances.flags().stream().map(InstanceRights.Flag::word).toList());
        json.object("instance_owner", () -> account(instances.owner()));
    }

    private void disk(DiskImage disk) {
        json.text("path", disk.path());
        json.text("format", disk.format().word());
    }

    private void nic(Nic nic) {
        json.text("name", nic.name());
        json.text("switch", nic.switchName());
        json.text("group", nic.group());
        json.number("rdomain", wide(nic.rdomain()));
        json.text("lladdr", nic.lladdr().map(MacAddress::toString));
        json.flag("up", nic.up());
        json.flag("locked", nic.locked());
        json.flag("local", nic.local());
    }

    private void account(Account account) {
        json.number("uid", account.uid());
        json.number("gid", account.gid());
    }

    private void readSwitch(Placed<SwitchSettings> placed) {
        SwitchSettings it = placed.it();
        json.text("name", it.name());
        json.text("file", placed.file());
        json.number("line", placed.line());
        link(it);
        json.flag("disabled", it.disabled());
    }

    private void registeredSwitch(Registry.Switch registered) {
        json.text("name", registered.settings().name());
        json.number("id", registered.id());
        link(registered.settings());
    }

    private void link(SwitchSettings it) {
        json.text("interface", it.interfaceName());
        json.text("group", it.group());
        json.number("rdomain", wide(it.rdomain()));
        json.flag("up", it.up());
        json.flag("locked", it.locked());
    }

    void globals(Globals globals) {
        json.text("local_prefix", globals.localPrefix().toString());
        json.flag("inet6", globals.inet6());
        Optional<String> prefix6 = globals.localPrefix6().map(Ipv6Prefix::toString);
        json.text("local_prefix6", prefix6.orElse("auto"));
        json.object("socket_owner", () -> account(globals.socketOwner()));
        json.object(
                "staggered_start",
                globals.staggered(),
                start -> {
                    json.number("parallel", start.parallel());
                    json.number("delay", start.delay());
                });
        json.object(
                "agentx",
                globals.agentx(),
                agentx -> {
                    json.text("context", agentx.context());
                    json.text("path", agentx.path());
                });
    }

    private static OptionalLong wide(OptionalInt number) {
        return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
    }
}
