package vmconf.runtime.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a guest runs on, as far as its state goes on only there.
///
/// @param hypervisor name and version, e.g. `qemu 7.2.22`
/// @param type of the machine, with its version, e.g. `pc-q35-7.2`
/// @param layout number of the way in which vmd puts devices into machines
/// @param accelerator what executes it, `kvm` or `tcg`
/// @param features of the processor that the guest may have found; empty where it is not the host's
public record Platform(
        String hypervisor, String type, int layout, String accelerator, List<String> features) {
    private static final int NAMED = 5;

    public Platform {
        features = List.copyOf(features);
    }

    /// Why a state from here does not go on there; absent when it does.
    public Optional<String> obstacle(Platform there) {
        if (!type.equals(there.type)) {
            return Optional.of(
                    "it is of a machine %s (%s), here is %s (%s)"
                            .formatted(type, hypervisor, there.type, there.hypervisor));
        }
        if (layout != there.layout) {
            return Optional.of(
                    "it is of another version of vmd, with devices in other places (%d, here %d)"
                            .formatted(layout, there.layout));
        }
        if (!accelerator.equals(there.accelerator)) {
            return Optional.of(
                    "it ran with accelerator %s, here is %s"
                            .formatted(accelerator, there.accelerator));
        }
        return missing(there).map(each -> "the processor here lacks " + each);
    }

    private Optional<String> missing(Platform there) {
        List<String> missing = new ArrayList<>(features);
        missing.removeAll(there.features);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String named = String.join(" ", missing.subList(0, Math.min(NAMED, missing.size())));
        return Optional.of(missing.size() > NAMED ? named + " and more" : named);
    }
}
