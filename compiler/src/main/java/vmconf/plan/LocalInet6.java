package vmconf.plan;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/// IPv6 of local interfaces where a file asks for it and gives no prefix: it is fd00::/8 with seven
/// more bytes (`vmd-runtime` section 11), the same ones as long as the seed is.
public final class LocalInet6 {
    private static final int BITS = 16;
    private static final int MASK = 0xffff;
    private static final int UNIQUE_LOCAL = 0xfd00;
    private static final int LOW_BYTE = 0xff;

    private LocalInet6() {}

    /// The plan with the prefix that is drawn, and with the gateways that follow from it; as it is
    /// where none is drawn.
    ///
    /// @param seed of the host
    public static Plan drawn(Plan plan, String seed) {
        LocalNetwork local = plan.local();
        if (!local.inet6() || local.inet6Prefix().isPresent()) {
            return plan;
        }
        String prefix = prefix(seed);
        List<Vm> vms = plan.vms().stream().map(vm -> with(vm, prefix)).toList();
        return plan.with(new LocalNetwork(local.prefix(), true, Optional.of(prefix)), vms);
    }

    private static Vm with(Vm vm, String prefix) {
        return vm.withInterfaces(vm.interfaces().stream().map(each -> with(each, prefix)).toList());
    }

    private static Interface with(Interface link, String prefix) {
        return link.local().map(local -> link.with(with(local, prefix))).orElse(link);
    }

    private static LocalAddress with(LocalAddress local, String prefix) {
        Optional<String> host = Optional.of(host(prefix, local.guest()));
        return new LocalAddress(local.host(), local.guest(), host, local.dhcp());
    }

    /// The gateway of a guest.
    ///
    /// @param prefix in CIDR form, at most /64
    /// @param guest its IPv4 address
    static String host(String prefix, String guest) {
        byte[] network =
                InetAddress.ofLiteral(prefix.substring(0, prefix.indexOf('/'))).getAddress();
        ByteBuffer half = ByteBuffer.wrap(network);
        int address = ByteBuffer.wrap(InetAddress.ofLiteral(guest).getAddress()).getInt();
        return "%x:%x:%x:%x:%x:%x:0:1"
                .formatted(
                        half.getShort() & MASK,
                        half.getShort() & MASK,
                        half.getShort() & MASK,
                        half.getShort() & MASK,
                        address >>> BITS,
                        address & MASK);
    }

    private static String prefix(String seed) {
        ByteBuffer drawn = ByteBuffer.wrap(digest("local inet6 " + seed));
        return "%x:%x:%x:%x::/64"
                .formatted(
                        UNIQUE_LOCAL | (drawn.get() & LOW_BYTE),
                        drawn.getShort() & MASK,
                        drawn.getShort() & MASK,
                        drawn.getShort() & MASK);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
