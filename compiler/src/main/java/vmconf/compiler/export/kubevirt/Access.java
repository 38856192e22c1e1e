package vmconf.compiler.export.kubevirt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.plan.Vm;

/// What would let owners do with their machines what they may with vmd: a Role for each owner with
/// the names of his machines, and a RoleBinding. A proposal, as users of a host are none of a
/// cluster: every line is a comment.
final class Access {
    static final String FILE = "owners.yaml";

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final String API = "kubevirt.io";

    private Access() {}

    /// Nothing where everything belongs to root.
    static Optional<String> of(Plan plan) {
        Map<Owner, List<String>> machines = new LinkedHashMap<>();
        for (Vm vm : plan.vms()) {
            if (!vm.owner().equals(Owner.ROOT)) {
                machines.computeIfAbsent(vm.owner(), _ -> new ArrayList<>())
                        .add(ObjectNames.of(vm.name()).orElseThrow());
            }
        }
        if (machines.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(HEAD);
        int number = 0;
        for (Map.Entry<Owner, List<String>> each : machines.entrySet()) {
            String name = "vmconf-owner-" + ++number;
            append(text, role(name, each.getValue()));
            append(text, binding(name, each.getKey()));
        }
        return Optional.of(text.toString());
    }

    private static final String HEAD =
            """
            # A proposal: it lets owners start, stop and use the machines that are theirs with vmd. Users and groups of the host are
            # not those of the cluster: look at the subjects, then take the first two characters of every line below away, and apply it.
            """;

    private static void append(StringBuilder text, ObjectNode manifest) {
        text.append(
                Manifests.yaml(manifest)
                        .lines()
                        .map(line -> "# " + line + "\n")
                        .collect(Collectors.joining()));
    }

    private static ObjectNode object(String kind, String name) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("apiVersion", GROUP + "/v1").put("kind", kind);
        root.putObject("metadata").put("name", name);
        return root;
    }

    private static ObjectNode role(String name, List<String> machines) {
        ObjectNode root = object("Role", name);
        ArrayNode rules = root.putArray("rules");
        rule(rules, API, List.of("virtualmachines", "virtualmachineinstances"), "get", machines);
        rule(
                rules,
                "subresources." + API,
                List.of(
                        "virtualmachines/start",
                        "virtualmachines/stop",
                        "virtualmachines/restart",
                        "virtualmachineinstances/pause",
                        "virtualmachineinstances/unpause"),
                "update",
                machines);
        rule(
                rules,
                "subresources." + API,
                List.of("virtualmachineinstances/console"),
                "get",
                machines);
        return root;
    }

    private static void rule(
            ArrayNode rules,
            String group,
            List<String> resources,
            String verb,
            List<String> machines) {
        ObjectNode rule = rules.addObject();
        rule.putArray("apiGroups").add(group);
        ArrayNode all = rule.putArray("resources");
        resources.forEach(all::add);
        ArrayNode names = rule.putArray("resourceNames");
        machines.forEach(names::add);
        rule.putArray("verbs").add(verb);
    }

    private static ObjectNode binding(String name, Owner owner) {
        ObjectNode root = object("RoleBinding", name);
        root.putObject("roleRef").put("apiGroup", GROUP).put("kind", "Role").put("name", name);
        ArrayNode subjects = root.putArray("subjects");
        if (!owner.user().equals(Owner.ROOT.user())) {
            subject(subjects, "User", owner.user());
        }
        owner.group().ifPresent(group -> subject(subjects, "Group", group));
        return root;
    }

    private static void subject(ArrayNode subjects, String kind, String name) {
        subjects.addObject().put("kind", kind).put("name", name).put("apiGroup", GROUP);
    }
}
