package vmconf.plan;

import java.util.Optional;

/// Address ranges of `local interface`.
///
/// @param prefix IPv4 network in CIDR form; prefix length 1 to 16
/// @param inet6 whether local interfaces get an IPv6 gateway too
/// @param inet6Prefix the IPv6 network in CIDR form (at most /64); absent: fd00::/8 plus random
/// bits, drawn by vmd
public record LocalNetwork(String prefix, boolean inet6, Optional<String> inet6Prefix) {

    /// Without `local prefix` and `local inet6`: the shared address space (vm.conf(5), RFC 6598).
    public static final LocalNetwork DEFAULT =
            new LocalNetwork("100.64.0.0/10", false, Optional.empty());
}
