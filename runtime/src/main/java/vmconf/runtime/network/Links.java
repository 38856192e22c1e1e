package vmconf.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The host's network interfaces, as the kernel lists them.
///
/// @param root `/sys/class/net`
record Links(Path root) {
    static final Links OF_HOST = new Links(Path.of("/sys/class/net"));

    boolean exists(String name) {
        return Files.exists(root.resolve(name));
    }

    boolean isBridge(String name) {
        return Files.isDirectory(root.resolve(name).resolve("bridge"));
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
