package vmconf.runtime.network;

import java.util.Optional;
import vmconf.plan.DhcpAnswer;

/// What one guest is told by DHCP, in the form of the wire: addresses as numbers.
///
/// @param mac the guest's, the only one that is answered; six bytes
/// @param host address of the host's end, which answers
/// @param guest address of the guest's end
/// @param answer everything that it is told
record Offer(String mac, int host, int guest, DhcpAnswer answer) {

    static Offer of(String mac, DhcpAnswer answer) {
        return new Offer(mac, address(answer.server()), address(answer.address()), answer);
    }

    int netmask() {
        return address(answer.netmask());
    }

    int router() {
        return address(answer.router());
    }

    int nameServer() {
        return address(answer.nameServer());
    }

    /// In seconds; all bits set is for ever.
    int leaseTime() {
        return (int) answer.leaseTime();
    }

    Optional<String> hostName() {
        return answer.hostName();
    }

    Optional<String> bootFile() {
        return answer.bootFile();
    }

    private static int address(String dotted) {
        int address = 0;
        for (String part : dotted.split("\\.")) {
            address = (address << 8) | (Integer.parseInt(part) & 0xff);
        }
        return address;
    }
}
