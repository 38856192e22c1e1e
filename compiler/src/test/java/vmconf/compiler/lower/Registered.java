package vmconf.compiler.lower;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vmconf.plan.InstanceFlag;
import vmconf.plan.Interface;
import vmconf.plan.Owner;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// What both a plan and a record of the corpus say of a VM or a switch, in the same words.
///
/// The numbers of users and groups are a plain Debian's, as the corpus's README has them.
final class Registered {
    private static final Map<String, Long> ACCOUNTS = Map.of("root", 0L, "daemon", 1L, "bin", 2L);

    /// The last two octets of an address that nobody gave are zero in the corpus.
    private static final String DRAWN = "fe:e1:bb:d[0-9a-f]:00:00";

    private Registered() {}

    /// A VM in the words of both.
    record Machine(
            int id,
            String name,
            Optional<String> parent,
            long memory,
            long cpus,
            List<String> disks,
            Optional<String> cdrom,
            Optional<String> kernel,
            String device,
            boolean enabled,
            boolean sev,
            boolean seves,
            String owner,
            List<String> allowed,
            String instanceOwner,
            List<Nic> nics) {}

    record Nic(
            String tap,
            String lladdr,
            boolean locked,
            Optional<String> switchName,
            Optional<String> group,
            Optional<Long> rdomain,
            boolean up,
            boolean local) {}

    record Bridge(
            long id,
            String name,
            String bridge,
            Optional<String> group,
            Optional<Long> rdomain,
            boolean up,
            boolean locked) {}

    /// @param given the addresses that somebody wrote; any other is drawn
    static Machine vm(Vm vm, Set<String> given) {
        return new Machine(
                vm.id(),
                vm.name(),
                vm.instanceOf(),
                vm.memory(),
                vm.cpus(),
                vm.disks().stream()
                        .map(each -> absolute(each.path()) + " " + each.format().word())
                        .toList(),
                vm.cdrom(),
                vm.boot().image().map(Registered::absolute),
                vm.boot().device().word(),
                vm.enabled(),
                vm.sev(),
                vm.seves(),
                account(Optional.of(vm.owner()), -1),
                vm.allowInstance().flags().stream().map(InstanceFlag::word).sorted().toList(),
                vm.allowInstance().owner().isPresent()
                        ? account(vm.allowInstance().owner(), -1)
                        : "0:0",
                vm.interfaces().stream().map(each -> nic(each, given)).toList());
    }

    private static Nic nic(Interface nic, Set<String> given) {
        return new Nic(
                nic.tap(),
                given.contains(nic.lladdr()) ? nic.lladdr() : "drawn",
                nic.lockedLladdr(),
                nic.switchName(),
                nic.group(),
                nic.rdomain().map(Integer::longValue),
                nic.up(),
                nic.local().isPresent());
    }

    static Bridge bridge(Switch each) {
        return new Bridge(
                each.id().orElse(0),
                each.name(),
                each.bridge(),
                each.group(),
                each.rdomain().map(Integer::longValue),
                each.up(),
                each.lockedLladdr());
    }

    static Machine vm(JsonNode node) {
        return new Machine(
                node.get("id").asInt(),
                node.get("name").asString(),
                text(node.get("instance_of")),
                node.get("memory").asLong(),
                node.get("ncpus").asLong(),
                node.get("disks")
                        .valueStream()
                        .map(each -> each.get("path").asString() + " " + format(each))
                        .toList(),
                text(node.get("cdrom")),
                text(node.get("kernel")),
                node.get("bootdevice").asString(),
                !node.get("disabled").asBoolean(),
                node.get("sev").asBoolean(),
                node.get("seves").asBoolean(),
                account(node.get("owner")),
                node.get("allow_instance").valueStream().map(JsonNode::asString).sorted().toList(),
                account(node.get("instance_owner")),
                node.get("nics").valueStream().map(Registered::nic).toList());
    }

    private static Nic nic(JsonNode node) {
        return new Nic(
                text(node.get("name")).orElse("tap"),
                lladdr(node).orElse("drawn"),
                node.get("locked").asBoolean(),
                text(node.get("switch")),
                text(node.get("group")).filter(each -> !each.isEmpty()),
                number(node.get("rdomain")),
                node.get("up").asBoolean(),
                node.get("local").asBoolean());
    }

    /// The addresses that somebody wrote.
    static Set<String> given(JsonNode register) {
        return register.get("vms")
                .valueStream()
                .flatMap(vm -> vm.get("nics").valueStream())
                .flatMap(nic -> lladdr(nic).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> lladdr(JsonNode nic) {
        return text(nic.get("lladdr")).filter(each -> !each.matches(DRAWN));
    }

    static Bridge bridge(JsonNode node) {
        return new Bridge(
                node.get("id").asLong(),
                node.get("name").asString(),
                node.get("interface").asString(),
                text(node.get("group")).filter(each -> !each.isEmpty()),
                number(node.get("rdomain")),
                node.get("up").asBoolean(),
                node.get("locked").asBoolean());
    }

    private static String format(JsonNode disk) {
        return disk.get("format").asString();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isNull() ? Optional.empty() : Optional.of(node.asString());
    }

    private static Optional<Long> number(JsonNode node) {
        return node.isNull() ? Optional.empty() : Optional.of(node.asLong());
    }

    private static String account(JsonNode node) {
        return node.get("uid").asLong() + ":" + node.get("gid").asLong();
    }

    private static String account(Optional<Owner> owner, long noGroup) {
        return owner.map(
                        each ->
                                number(each.user())
                                        + ":"
                                        + each.group().map(Registered::number).orElse(noGroup))
                .orElse("0:0");
    }

    private static long number(String account) {
        Long known = ACCOUNTS.get(account);
        return known == null ? Long.parseLong(account) : known;
    }

    /// vmd resolves paths on its host; `files/link.img` is a link there.
    private static String absolute(String path) {
        String resolved = Path.of("${CORPUS}").resolve(path).normalize().toString();
        return resolved.equals("${CORPUS}/files/link.img") ? "${CORPUS}/files/a.img" : resolved;
    }
}
