package vmconf.runtime.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Settings of the kernel's network, of the namespace that this process is in.
///
/// @param root `/proc/sys`
record Sysctl(Path root) {
    static final Sysctl OF_HOST = new Sysctl(Path.of("/proc/sys"));

    /// @param key with dots, e.g. `net.ipv4.ip_forward`
    String get(String key) throws NetworkException {
        try {
            return Files.readString(file(key)).strip();
        } catch (IOException e) {
            throw new NetworkException("cannot read %s: %s".formatted(key, e.getMessage()));
        }
    }

    /// Whether there are settings that begin so.
    boolean has(String prefix) {
        return Files.exists(file(prefix));
    }

    void set(String key, String value) throws NetworkException {
        try {
            Files.writeString(file(key), value + "\n");
        } catch (IOException e) {
            throw new NetworkException("cannot set %s: %s".formatted(key, e.getMessage()));
        }
    }

    private Path file(String key) {
        return root.resolve(key.replace('.', '/'));
    }
}
