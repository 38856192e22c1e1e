package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/// A virtual switch: an existing bridge of the host that interfaces of VMs join.
///
/// @param id number among the enabled ones in file order, from 1; absent for one that is disabled,
/// which does as if it were not there
/// @param name as interfaces refer to it
/// @param enabled whether it exists
/// @param bridge the host's interface, `bridgeN` or `vebN`
/// @param group interface group of every member, at most 15 characters
/// @param rdomain routing domain of every member, 0 to 255
/// @param up whether the link is up
/// @param lockedLladdr members may only send from their own MAC address
public record Switch(
        Optional<Integer> id,
        String name,
        boolean enabled,
        @JsonProperty("interface") String bridge,
        Optional<String> group,
        Optional<Integer> rdomain,
        boolean lockedLladdr,
        boolean up) {}
