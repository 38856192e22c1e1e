package vmconf.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Users and groups that this machine has while a test runs. What an earlier run left is removed
/// first.
final class HostUsers implements AutoCloseable {
    /// May use the socket.
    static final String SOCKET = "vmct-sock";

    /// The group of a VM's owner.
    static final String CREW = "vmct-crew";

    static final String OWNER = "vmct-own";
    static final String MEMBER = "vmct-mem";
    static final String STRANGER = "vmct-str";

    /// Not in the socket's group.
    static final String OUTSIDER = "vmct-out";

    /// The number of a user without an account, whose primary group may use the socket.
    static final int NAMELESS = 64_321;

    private final String classPath;

    private HostUsers(String classPath) {
        this.classPath = classPath;
    }

    /// @param jars where everybody may read what vmctl needs
    static HostUsers make(Path jars) throws IOException, InterruptedException {
        remove();
        run("groupadd", SOCKET);
        run("groupadd", CREW);
        add(OWNER, SOCKET);
        add(MEMBER, SOCKET + "," + CREW);
        add(STRANGER, SOCKET);
        add(OUTSIDER, CREW);
        return new HostUsers(copies(jars));
    }

    private static void add(String user, String groups) throws IOException, InterruptedException {
        run(
                "useradd",
                "-M",
                "-U",
                "-s",
                "/usr/sbin/nologin",
                "-d",
                "/nonexistent",
                "-G",
                groups,
                user);
    }

    private static void remove() throws IOException, InterruptedException {
        for (String user : List.of(OWNER, MEMBER, STRANGER, OUTSIDER)) {
            quietly("userdel", user);
            quietly("groupdel", user);
        }
        quietly("groupdel", SOCKET);
        quietly("groupdel", CREW);
    }

    /// A command that becomes that user, with all his groups.
    static List<String> become(String user) {
        if (user.equals("root")) {
            return List.of();
        }
        if (user.equals("nameless")) {
            return List.of(
                    "setpriv", "--reuid=" + NAMELESS, "--regid=" + SOCKET, "--clear-groups", "--");
        }
        return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--init-groups", "--");
    }

    EndToEnd.Ran vmctl(EndToEnd vmd, String user, List<String> arguments)
            throws IOException, InterruptedException {
        return vmd.vmctlAs(become(user), classPath, arguments);
    }

    static int number(String user) throws IOException, InterruptedException {
        if (user.equals("nameless")) {
            return NAMELESS;
        }
        Process id = new ProcessBuilder("id", "-u", user).start();
        return Integer.parseInt(new String(id.getInputStream().readAllBytes(), UTF_8).strip());
    }

    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    /// Whether a command works.
    static boolean quietly(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Path.of("/dev/null").toFile())
                        .start()
                        .waitFor()
                == 0;
    }

    /// Copies of everything on the class path: the build may lie where only root may read.
    static String copies(Path folder) throws IOException {
        List<String> copies = new ArrayList<>();
        for (Path each : ClassPath.entries()) {
            Path to = folder.resolve(copies.size() + "-" + each.getFileName());
            copy(each, to);
            copies.add(to.toString());
        }
        return String.join(":", copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(
                    each -> {
                        try {
                            Files.copy(each, to.resolve(from.relativize(each).toString()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    @Override
    public void close() throws IOException {
        try {
            remove();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
