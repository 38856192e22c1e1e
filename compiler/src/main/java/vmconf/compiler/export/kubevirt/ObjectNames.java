package vmconf.compiler.export.kubevirt;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.Switch;
import vmconf.plan.Vm;

/// Names of objects: those of vm.conf in lower case, with hyphens for what the API does not allow
/// in a label (RFC 1123).
final class ObjectNames {
    /// Behind the name of a switch, for its interfaces that are locked where it is not.
    static final String LOCKED = "-locked";

    /// The same the other way round.
    static final String UNLOCKED = "-unlocked";

    private static final int LONGEST = 63;

    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> networkOwners = new HashMap<>();

    ObjectNames(Plan plan) {
        for (Vm each : plan.vms()) {
            of(each.name()).ifPresent(name -> owners.putIfAbsent(name, each.name()));
        }
        for (Switch each : plan.switches()) {
            if (each.enabled()) {
                of(each.name()).ifPresent(name -> networkOwners.putIfAbsent(name, each.name()));
            }
        }
    }

    /// The name; nothing where none is left, or it would be too long.
    static Optional<String> of(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9-]", "-")
                        .replaceAll("^-+|-+$", "");
        return plain.isEmpty() || plain.length() > LONGEST ? Optional.empty() : Optional.of(plain);
    }

    /// Another VM has the object's name already.
    Optional<String> rival(Vm vm) {
        return of(vm.name()).map(owners::get).filter(each -> !each.equals(vm.name()));
    }

    /// Another switch has the object's name already.
    Optional<String> rival(Switch joined) {
        return of(joined.name())
                .map(networkOwners::get)
                .filter(each -> !each.equals(joined.name()));
    }

    /// The switch whose object has the name of the second network of this one.
    Optional<String> twin(Switch joined) {
        return of(joined.name())
                .map(each -> each + (joined.lockedLladdr() ? UNLOCKED : LOCKED))
                .map(networkOwners::get);
    }
}
