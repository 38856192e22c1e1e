package vmconf.runtime.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the daemon's socket and state live.
///
/// @param socket the control socket
/// @param state folder of everything that outlives the daemon
public record Places(Path socket, Path state) {
    /// The kernel's limit for the path of a UNIX socket, without the final NUL.
    public static final int LONGEST_SOCKET_PATH = 107;

    private static final String SOCKET_NAME = "vmd.sock";

    /// The places for this user: options first, then the environment, then the system's (root) or
    /// the user's folders.
    public static Places find(
            Map<String, String> environment,
            boolean root,
            Optional<String> socketOption,
            Optional<String> stateOption) {
        Path state =
                stateOption
                        .or(() -> given(environment, "VMD_STATE"))
                        .map(Path::of)
                        .orElseGet(() -> defaultState(environment, root));
        Path socket =
                socketOption
                        .or(() -> given(environment, "VMD_SOCKET"))
                        .map(Path::of)
                        .orElseGet(() -> defaultSocket(environment, root));
        return new Places(socket.toAbsolutePath(), state.toAbsolutePath());
    }

    private static Path defaultState(Map<String, String> environment, boolean root) {
        if (root) {
            return Path.of("/var/lib/vmd");
        }
        return given(environment, "XDG_STATE_HOME")
                .map(Path::of)
                .orElseGet(() -> home(environment).resolve(".local/state"))
                .resolve("vmd");
    }

    private static Path defaultSocket(Map<String, String> environment, boolean root) {
        if (root) {
            return Path.of("/var/run", SOCKET_NAME);
        }
        return given(environment, "XDG_RUNTIME_DIR")
                .map(Path::of)
                .orElseGet(() -> defaultState(environment, false))
                .resolve(SOCKET_NAME);
    }

    private static Path home(Map<String, String> environment) {
        return Path.of(given(environment, "HOME").orElse("/"));
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
