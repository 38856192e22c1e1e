package vmconf.runtime.network;

import java.util.Optional;
import java.util.regex.Pattern;
import vmconf.plan.LocalAddress;

/// What one guest is told by DHCP.
///
/// @param mac the guest's, the only one that is answered; six bytes
/// @param host address of the host's end, as a number
/// @param guest address of the guest's end, as a number
/// @param netBoot for a guest that boots from the network: its name where that is a host name
record Offer(String mac, int host, int guest, Optional<NetBoot> netBoot) {
    /// @param hostName a legal host name, or empty
    record NetBoot(Optional<String> hostName) {
        /// The file OpenBSD's installer takes as "install by answer file".
        static final String FILE = "auto_install";
    }

    private static final Pattern HOST_NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])+(\\.[A-Za-z0-9-]+)*");

    static Offer of(String mac, LocalAddress local, Optional<String> netBootName) {
        return new Offer(
                mac,
                address(local.host()),
                address(local.guest()),
                netBootName.map(name -> new NetBoot(Optional.of(name).filter(Offer::isHostName))));
    }

    private static boolean isHostName(String name) {
        return HOST_NAME.matcher(name).matches();
    }

    private static int address(String dotted) {
        int address = 0;
        for (String part : dotted.split("\\.")) {
            address = (address << 8) | (Integer.parseInt(part) & 0xff);
        }
        return address;
    }
}
