package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/// A virtual switch: an existing bridge of the host that interfaces of VMs join.
///
/// @param id number in file order, from 1
/// @param bridge the host's interface, `bridgeN` or `vebN`
/// @param group interface group of every member, at most 15 characters
/// @param rdomain routing domain of every member, 0 to 255
/// @param lockedLladdr members may only send from their own MAC address
public record Switch(
        int id,
        String name,
        boolean enabled,
        @JsonProperty("interface") String bridge,
        Optional<String> group,
        Optional<Integer> rdomain,
        boolean lockedLladdr,
        boolean up) {}
