package vmconf.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/// A network interface of a VM.
///
/// @param tap `tapN` for a named host interface, `tap` for any free one
/// @param lladdr MAC address, six lower-case octets
/// @param lockedLladdr the guest may only send from `lladdr`; set here or by its switch
/// @param switchName the switch it joins
/// @param group interface group of the tap, at most 15 characters
/// @param rdomain routing domain, 0 to 255; its own, else that of its switch
/// @param up whether the link is up
/// @param local the addresses of a `local interface`; absent for any other
public record Interface(
        String tap,
        String lladdr,
        boolean lockedLladdr,
        @JsonProperty("switch") Optional<String> switchName,
        Optional<String> group,
        Optional<Integer> rdomain,
        boolean up,
        Optional<LocalAddress> local) {

    /// The same one with other addresses.
    Interface with(LocalAddress addresses) {
        return new Interface(
                tap, lladdr, lockedLladdr, switchName, group, rdomain, up, Optional.of(addresses));
    }
}
