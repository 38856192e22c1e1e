package vmconf.runtime.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The host's network interfaces, as the kernel lists them.
///
/// @param root `/sys/class/net`
/// @param made those that are taken to be there too
/// @param gone those that are taken not to be there
record Links(Path root, Set<String> made, Set<String> gone) {
    static final Links OF_HOST = new Links(Path.of("/sys/class/net"));

    Links(Path root) {
        this(root, Set.of(), Set.of());
    }

    boolean exists(String name) {
        return made.contains(name) || (!gone.contains(name) && Files.exists(root.resolve(name)));
    }

    boolean isBridge(String name) {
        return made.contains(name) || Files.isDirectory(root.resolve(name).resolve("bridge"));
    }

    /// The ports of a bridge.
    List<String> ports(String bridge) {
        try (Stream<Path> ports = Files.list(root.resolve(bridge).resolve("brif"))) {
            return ports.map(each -> each.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The links that a device, e.g. a VRF, is the master of.
    List<String> within(String master) {
        try (Stream<Path> links = Files.list(root)) {
            return links.map(each -> each.getFileName().toString())
                    .filter(each -> master(each).filter(master::equals).isPresent())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Why a switch cannot be joined.
    ///
    /// @param ip the command in the bridge's routing domain
    String noBridge(String bridge, String name, String ip) {
        if (exists(bridge)) {
            return "interface \"%s\" of switch \"%s\" is not a bridge".formatted(bridge, name);
        }
        return "bridge \"%1$s\" of switch \"%2$s\" does not exist; make it with: %3$s"
                .formatted(
                        bridge,
                        name,
                        "%2$s link add name %1$s type bridge && %2$s link set dev %1$s up"
                                .formatted(bridge, ip));
    }

    int index(String name) throws NetworkException {
        return Integer.parseInt(read(name, "ifindex"));
    }

    String mac(String name) throws NetworkException {
        return read(name, "address");
    }

    boolean isUp(String name) {
        try {
            return (Integer.decode(read(name, "flags")) & 1) == 1;
        } catch (NetworkException e) {
            return false;
        }
    }

    /// The number of its group; 0 is that of every link that nobody has put into another.
    long group(String name) throws NetworkException {
        return Long.parseLong(read(name, "netdev_group"));
    }

    /// Whether it is the port of a bridge that learns by itself who is behind it, as a locked one
    /// does not.
    boolean isLearning(String name) {
        try {
            return read(name, "brport/learning").equals("1");
        } catch (NetworkException e) {
            return false;
        }
    }

    /// The bridge or other device that it is in.
    Optional<String> master(String name) {
        try {
            Path bridge = Files.readSymbolicLink(root.resolve(name).resolve("master"));
            return Optional.of(bridge.getFileName().toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Its addresses with their prefix lengths, without those that the kernel gives every link.
    Set<String> addresses(String name) {
        Set<String> addresses = new TreeSet<>();
        try {
            NetworkInterface link = NetworkInterface.getByName(name);
            if (link != null) {
                link.getInterfaceAddresses().stream()
                        .filter(each -> !each.getAddress().isLinkLocalAddress())
                        .map(each -> text(each.getAddress()) + "/" + each.getNetworkPrefixLength())
                        .forEach(addresses::add);
            }
        } catch (SocketException e) {
            // it has gone
        }
        return addresses;
    }

    /// An IPv6 address in the form of [#addresses].
    static String sameForm(String address) {
        try {
            return text(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /// What somebody called it; empty when nobody did, or when it is not there.
    String alias(String name) {
        try {
            return read(name, "ifalias");
        } catch (NetworkException e) {
            return "";
        }
    }

    private String read(String name, String attribute) throws NetworkException {
        try {
            return Files.readString(root.resolve(name).resolve(attribute)).strip();
        } catch (IOException e) {
            throw new NetworkException("interface %s has gone".formatted(name));
        }
    }
}
