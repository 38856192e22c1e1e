package vmconf.plan;

import java.util.Optional;

/// The /31 between host and guest of a local interface.
///
/// @param host dotted quad of the host's end, the guest's gateway
/// @param guest dotted quad offered to the guest by DHCP
/// @param hostInet6 the host's IPv6 address, when the prefix is fixed in the file; its mask is /96
/// @param dhcp what the guest is told
public record LocalAddress(
        String host, String guest, Optional<String> hostInet6, DhcpAnswer dhcp) {}
