package vmconf.compiler.export.libvirt;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vmconf.compiler.export.xml.Xml;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What libvirt has no element for, in an element of ours that it keeps.
final class Metadata {
    /// The namespace; its number is the version of the plan.
    static final String NAMESPACE = "urn:vmconf:plan:" + Plan.VERSION;

    static final String PREFIX = "vmconf:";

    private Metadata() {}

    private static Xml ours(String name) {
        return Xml.element(PREFIX + name);
    }

    private static Xml metadata(Xml root) {
        return Xml.element("metadata", root);
    }

    private static Xml root(String name) {
        return ours(name).with("xmlns:vmconf", NAMESPACE);
    }

    static Xml of(Vm vm) {
        Xml root =
                root("vm")
                        .with("id", Integer.toString(vm.id()))
                        .with("enabled", word(vm.enabled()))
                        .with("instance-of", vm.instanceOf())
                        .with("owner", vm.owner().user())
                        .with("owner-group", vm.owner().group());
        return metadata(root.add(permission(vm)).add(disks(vm)).add(interfaces(vm)));
    }

    private static Stream<Xml> permission(Vm vm) {
        var allowed = vm.allowInstance();
        if (allowed.flags().isEmpty() && allowed.owner().isEmpty()) {
            return Stream.empty();
        }
        List<String> flags = allowed.flags().stream().map(each -> each.word()).toList();
        return Stream.of(
                ours("allow-instance")
                        .with("flags", String.join(" ", flags))
                        .with("owner", allowed.owner().map(each -> each.user()))
                        .with("owner-group", allowed.owner().flatMap(each -> each.group())));
    }

    private static Stream<Xml> disks(Vm vm) {
        return IntStream.range(0, vm.disks().size())
                .filter(i -> vm.disks().get(i).format() == DiskFormat.AUTO)
                .mapToObj(i -> disk(i, vm.disks().get(i)));
    }

    private static Xml disk(int number, Disk disk) {
        return ours("disk")
                .with("number", Integer.toString(number))
                .with("format", disk.format().word());
    }

    private static Stream<Xml> interfaces(Vm vm) {
        return IntStream.range(0, vm.interfaces().size())
                .mapToObj(i -> nic(i, vm.interfaces().get(i)));
    }

    private static Xml nic(int number, Interface nic) {
        return ours("interface")
                .with("number", Integer.toString(number))
                .with("tap", nic.tap())
                .with("switch", nic.switchName())
                .with("group", nic.group())
                .with("rdomain", nic.rdomain().map(String::valueOf));
    }

    static Xml of(Switch joined) {
        return metadata(
                root("switch")
                        .with("name", joined.name())
                        .with("group", joined.group())
                        .with("rdomain", joined.rdomain().map(String::valueOf))
                        .with("locked-lladdr", word(joined.lockedLladdr()))
                        .with("up", word(joined.up())));
    }

    /// Of the network of local interfaces.
    static Xml local(Plan plan) {
        return metadata(
                root("local")
                        .with("prefix", plan.local().prefix())
                        .with("inet6", word(plan.local().inet6()))
                        .with("inet6-prefix", plan.local().inet6Prefix()));
    }

    private static String word(boolean value) {
        return value ? "yes" : "no";
    }
}
