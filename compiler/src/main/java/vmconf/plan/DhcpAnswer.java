package vmconf.plan;

import java.util.Optional;

/// What a guest is told over DHCP on a `local interface`.
///
/// @param address the guest's own, dotted quad
/// @param netmask dotted quad
/// @param router dotted quad of the gateway
/// @param nameServer dotted quad
/// @param server dotted quad of whoever answers, the host's end
/// @param leaseTime seconds; 4294967295 is for ever
/// @param hostName for a guest that boots from the network: the VM's name where that is a legal
/// host name
/// @param bootFile for a guest that boots from the network: what OpenBSD's installer asks for
public record DhcpAnswer(
        String address,
        String netmask,
        String router,
        String nameServer,
        String server,
        long leaseTime,
        Optional<String> hostName,
        Optional<String> bootFile) {

    /// A lease that never ends, RFC 2131 section 3.3.
    public static final long FOREVER = 0xffff_ffffL;

    /// The netmask of a /31, RFC 3021.
    public static final String NETMASK = "255.255.255.254";

    /// The file that makes OpenBSD's installer install by an answer file.
    public static final String AUTO_INSTALL = "auto_install";

    /// The answer to a guest that boots from a disk or a cdrom.
    public static DhcpAnswer to(String guest, String host) {
        return new DhcpAnswer(
                guest, NETMASK, host, host, host, FOREVER, Optional.empty(), Optional.empty());
    }

    /// The answer to a guest that boots from the network.
    ///
    /// @param name of the VM; told to the guest when it is a legal host name of two or more
    /// characters
    public DhcpAnswer forNetBoot(String name) {
        return new DhcpAnswer(
                address,
                netmask,
                router,
                nameServer,
                server,
                leaseTime,
                Optional.of(name).filter(DhcpAnswer::isHostName),
                Optional.of(AUTO_INSTALL));
    }

    /// RFC 952 and RFC 1123: letters, digits and hyphens between dots, no hyphen at either end.
    private static boolean isHostName(String name) {
        if (name.length() < 2) {
            return false;
        }
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty()
                    || label.startsWith("-")
                    || label.endsWith("-")
                    || !label.chars().allMatch(DhcpAnswer::isLabelCharacter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabelCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-';
    }
}
