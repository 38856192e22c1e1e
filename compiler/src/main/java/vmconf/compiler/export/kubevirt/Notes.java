package vmconf.compiler.export.kubevirt;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import vmconf.plan.Interface;
import vmconf.plan.Owner;
import vmconf.plan.Vm;

/// What a cluster has no field for, as annotations.
final class Notes {
    static final String PREFIX = "vmconf/";

    /// The name of an interface that may use any tap.
    private static final String ANY = "tap";

    private Notes() {}

    static void add(ObjectNode annotations, Vm vm) {
        annotations.put(PREFIX + "name", vm.name());
        annotations.put(PREFIX + "id", Integer.toString(vm.id()));
        vm.instanceOf().ifPresent(each -> annotations.put(PREFIX + "instance-of", each));
        annotations.put(PREFIX + "owner", owner(vm.owner()));
        String flags =
                String.join(
                        " ", vm.allowInstance().flags().stream().map(each -> each.word()).toList());
        if (!flags.isEmpty()) {
            annotations.put(PREFIX + "allow-instance", flags);
        }
        vm.allowInstance()
                .owner()
                .ifPresent(each -> annotations.put(PREFIX + "allow-instance-owner", owner(each)));
        for (int i = 0; i < vm.interfaces().size(); i++) {
            add(annotations, PREFIX + "interface-" + i + "-", vm.interfaces().get(i));
        }
    }

    private static void add(ObjectNode annotations, String prefix, Interface nic) {
        put(annotations, prefix + "tap", Optional.of(nic.tap()).filter(each -> !each.equals(ANY)));
        put(annotations, prefix + "group", nic.group());
        put(annotations, prefix + "rdomain", nic.rdomain().map(String::valueOf));
    }

    private static void put(ObjectNode annotations, String key, Optional<String> value) {
        value.ifPresent(each -> annotations.put(key, each));
    }

    private static String owner(Owner owner) {
        return owner.user() + owner.group().map(each -> ":" + each).orElse("");
    }
}
