package vmconf.compiler.lower;

import java.util.Optional;
import vmconf.compiler.value.Ipv4Prefix;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.compiler.value.LocalAddresses;
import vmconf.plan.BootDevice;
import vmconf.plan.DhcpAnswer;
import vmconf.plan.LocalAddress;

/// The addresses of local interfaces, and what their guests are told over DHCP.
///
/// @param prefix network of all of them
/// @param inet6Prefix IPv6 network; absent where vmd draws one, or none is asked for
record LocalLowering(Ipv4Prefix prefix, Optional<Ipv6Prefix> inet6Prefix) {

    /// @param id of the VM, from 1
    /// @param index of the interface among all of its VM, from 0
    /// @param device what the VM boots from; the first interface may be that
    LocalAddress address(int id, int index, String vm, BootDevice device, Trace trace) {
        trace.derived("network %s, VM number %d, interface %d".formatted(prefix, id, index));
        long host = LocalAddresses.host(prefix, id, index);
        String gateway = Ipv4Prefix.dotted(host);
        String guest = Ipv4Prefix.dotted(host + 1);
        DhcpAnswer answer = DhcpAnswer.to(guest, gateway);
        return new LocalAddress(
                gateway,
                guest,
                inet6Prefix.map(each -> each.address(LocalAddresses.hostInet6(host + 1))),
                index == 0 && device == BootDevice.NET ? answer.forNetBoot(vm) : answer);
    }
}
