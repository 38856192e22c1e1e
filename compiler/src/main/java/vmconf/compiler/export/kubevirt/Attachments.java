package vmconf.compiler.export.kubevirt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Switch;

/// A NetworkAttachmentDefinition for each switch that is enabled. The check of MAC addresses is
/// part of it, so a switch that has interfaces with and without has two, on one bridge.
final class Attachments {
    /// @param index of the switch in the plan, from 0
    record Network(int index, ObjectNode manifest) {}

    private final Plan plan;
    private final Map<String, Network> networks = new LinkedHashMap<>();

    Attachments(Plan plan) {
        this.plan = plan;
        for (int i = 0; i < plan.switches().size(); i++) {
            Switch each = plan.switches().get(i);
            if (each.enabled()) {
                add(each, i, each.lockedLladdr());
            }
        }
        plan.vms().stream().flatMap(vm -> vm.interfaces().stream()).forEach(this::add);
    }

    private void add(Interface nic) {
        nic.switchName()
                .flatMap(plan::switchNamed)
                .ifPresent(each -> add(each, plan.switches().indexOf(each), nic.lockedLladdr()));
    }

    private void add(Switch each, int index, boolean locked) {
        String name = name(each, locked);
        networks.computeIfAbsent(name, _ -> new Network(index, manifest(each, name, locked)));
    }

    /// The network that an interface joins.
    String of(Interface nic) {
        Switch joined = nic.switchName().flatMap(plan::switchNamed).orElseThrow();
        return name(joined, nic.lockedLladdr());
    }

    private static String name(Switch each, boolean locked) {
        String name = ObjectNames.of(each.name()).orElseThrow();
        return locked == each.lockedLladdr()
                ? name
                : name + (locked ? ObjectNames.LOCKED : ObjectNames.UNLOCKED);
    }

    List<Network> all() {
        return new ArrayList<>(networks.values());
    }

    private static ObjectNode manifest(Switch each, String name, boolean locked) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("apiVersion", "k8s.cni.cncf.io/v1").put("kind", "NetworkAttachmentDefinition");
        ObjectNode annotations =
                root.putObject("metadata").put("name", name).putObject("annotations");
        annotations.put(
                "k8s.v1.cni.cncf.io/resourceName", "bridge.network.kubevirt.io/" + each.bridge());
        annotations.put(Notes.PREFIX + "switch", each.name());
        each.group().ifPresent(group -> annotations.put(Notes.PREFIX + "group", group));
        each.rdomain()
                .ifPresent(number -> annotations.put(Notes.PREFIX + "rdomain", number.toString()));
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("cniVersion", "0.3.1").put("name", name).put("type", "bridge");
        config.put("bridge", each.bridge());
        config.put("macspoofchk", locked);
        config.putObject("ipam");
        root.putObject("spec").put("config", JsonMapper.shared().writeValueAsString(config));
        return root;
    }
}
