package vmconf.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

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
        return Files.isDirectory(root.resolve(name).resolve("bridge"));
    }

    /// Why a switch cannot be joined.
    static String noBridge(String bridge, String name) {
        return "bridge \"%1$s\" of switch \"%2$s\" does not exist; make it with: %3$s"
                .formatted(
                        bridge,
                        name,
                        "ip link add name %1$s type bridge && ip link set dev %1$s up"
                                .formatted(bridge));
    }

    int index(String name) throws NetworkException {
        return Integer.parseInt(read(name, "ifindex"));
    }

    String mac(String name) throws NetworkException {
        return read(name, "address");
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
