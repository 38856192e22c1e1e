package vmconf.compiler.export.kubevirt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What KubeVirt's webhooks refuse in a VirtualMachine and no schema knows (release 1.9,
/// pkg/network/admitter, pkg/storage/admitters, pkg/virt-api/webhooks).
final class Admission {
    private static final Set<String> STRATEGIES =
            Set.of("Always", "Halted", "Manual", "RerunOnFailure", "Once", "WaitAsReceiver");

    private final List<String> refusals = new ArrayList<>();
    private final JsonNode spec;
    private final JsonNode machine;
    private final JsonNode devices;

    private Admission(JsonNode vm) {
        this.spec = vm.path("spec");
        this.machine = spec.at("/template/spec");
        this.devices = machine.at("/domain/devices");
    }

    static List<String> refusals(JsonNode vm) {
        Admission admission = new Admission(vm);
        admission.settings();
        admission.disks();
        admission.interfaces();
        admission.bootOrder();
        return admission.refusals;
    }

    private void refuse(boolean wrong, String why) {
        if (wrong) {
            refusals.add(why);
        }
    }

    private void settings() {
        refuse(!STRATEGIES.contains(spec.path("runStrategy").asString("")), "runStrategy");
        refuse(spec.has("running") && spec.has("runStrategy"), "running and runStrategy");
        refuse(machine.at("/domain/memory/guest").isMissingNode(), "no memory");
        JsonNode firmware = machine.at("/domain/firmware");
        refuse(
                firmware.has("kernelArgs") && !firmware.has("kernelBoot"),
                "kernelArgs without kernel");
    }

    private static Set<String> names(JsonNode items) {
        Set<String> names = new HashSet<>();
        items.forEach(each -> names.add(each.path("name").asString("")));
        return names;
    }

    private void disks() {
        JsonNode disks = devices.path("disks");
        JsonNode volumes = machine.path("volumes");
        refuse(!names(disks).equals(names(volumes)), "disk names and volume names");
        refuse(names(disks).size() != disks.size(), "two disks of one name");
        for (JsonNode each : disks) {
            String bus = each.at("/cdrom/bus").asString("sata");
            refuse(bus.equals("ide") || bus.equals("virtio"), "bus of a cdrom");
        }
        for (JsonNode each : spec.path("dataVolumeTemplates")) {
            String name = each.at("/metadata/name").asString("");
            boolean used =
                    volumes.valueStream()
                            .anyMatch(v -> v.at("/dataVolume/name").asString("").equals(name));
            refuse(!used, "a dataVolumeTemplate that no volume uses");
        }
    }

    private void interfaces() {
        JsonNode interfaces = devices.path("interfaces");
        JsonNode networks = machine.path("networks");
        refuse(!names(interfaces).equals(names(networks)), "interface names and network names");
        long pods = networks.valueStream().filter(each -> each.has("pod")).count();
        refuse(pods > 1, "more than one pod network");
        for (JsonNode each : interfaces) {
            String mac = each.path("macAddress").asString("00:00:00:00:00:01");
            refuse(!mac.matches("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}"), "MAC address");
            boolean onPod =
                    networks.valueStream()
                            .filter(net -> net.path("name").equals(each.path("name")))
                            .anyMatch(net -> net.has("pod"));
            refuse(each.has("masquerade") && !onPod, "masquerade on multus");
            refuse(each.has("masquerade") && each.has("state"), "link state on masquerade");
            refuse(
                    each.has("masquerade") && mac.equals("02:00:00:00:00:00"),
                    "reserved MAC address");
        }
    }

    private void bootOrder() {
        List<Integer> orders =
                Stream.concat(
                                devices.path("disks").valueStream(),
                                devices.path("interfaces").valueStream())
                        .filter(each -> each.has("bootOrder"))
                        .map(each -> each.get("bootOrder").intValue())
                        .toList();
        refuse(new HashSet<>(orders).size() != orders.size(), "duplicate bootOrder");
        refuse(orders.stream().anyMatch(each -> each < 1), "bootOrder below 1");
    }
}
