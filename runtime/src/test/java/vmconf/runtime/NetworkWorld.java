package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.vmctl.InProcess;

/// A network namespace, in which daemons of root's run one after the other.
final class NetworkWorld implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TRIES = 20;

    private final Path folder;
    private final Namespace namespace;

    /// As long as it runs, mounts made in the namespace stay, as they do on a host.
    private final Process holder;

    private List<String> options = List.of();
    private Optional<LeftOvers> before = Optional.empty();
    private Optional<EndToEnd> daemon = Optional.empty();

    private NetworkWorld(Path folder, Namespace namespace, Process holder) {
        this.folder = folder;
        this.namespace = namespace;
        this.holder = holder;
    }

    /// Skips the test where there can be no taps.
    static NetworkWorld make(Path folder, String name) throws Exception {
        assumeTrue(Accounts.isRoot(), "taps need root");
        EndToEnd.assumeQemu();
        Namespace namespace = Namespace.make(name);
        List<String> held = new ArrayList<>(namespace.prefix());
        held.addAll(List.of("sh", "-c", "echo ready; exec sleep 5000"));
        Process holder = new ProcessBuilder(held).start();
        assertThat(holder.inputReader().readLine()).isEqualTo("ready");
        NetworkWorld world = new NetworkWorld(folder, namespace, holder);
        world.host("ip link set dev lo up");
        return world;
    }

    /// Runs a command on the host, which must work.
    ///
    /// @return what it prints
    String host(String command) throws IOException, InterruptedException {
        EndToEnd.Ran ran = tried(command);
        assertThat(ran.status()).as(command + ": " + ran.out()).isZero();
        return ran.out();
    }

    /// Runs a command on the host.
    EndToEnd.Ran tried(String command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(inside());
        all.addAll(List.of("sh", "-c", command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        byte[] out = process.getInputStream().readAllBytes();
        return new EndToEnd.Ran(process.waitFor(), new String(out, StandardCharsets.UTF_8), "");
    }

    /// Starts a program on the host, which the caller ends.
    Process runs(String command) throws IOException {
        List<String> all = new ArrayList<>(inside());
        all.addAll(List.of("sh", "-c", "exec " + command));
        return new ProcessBuilder(all).inheritIO().start();
    }

    /// The link that is described so.
    String tap(String alias) throws IOException, InterruptedException {
        return host("grep -lx %s /sys/class/net/*/ifalias".formatted(alias)).split("/")[4];
    }

    /// Every tap by what it is called, with its bridge and its addresses but for those of the link.
    List<String> taps() throws IOException, InterruptedException {
        List<String> taps = new ArrayList<>();
        for (JsonNode link : links()) {
            if (link.path("linkinfo").path("info_kind").asString("").equals("tun")) {
                StringBuilder tap = new StringBuilder(link.path("ifalias").asString(""));
                if (link.has("master")) {
                    tap.append(' ').append(link.path("master").asString());
                }
                for (JsonNode each : link.path("addr_info")) {
                    if (!each.path("scope").asString("").equals("link")) {
                        tap.append(' ').append(each.path("local").asString());
                        tap.append('/').append(each.path("prefixlen").asInt());
                    }
                }
                taps.add(tap.toString());
            }
        }
        return taps.stream().sorted().toList();
    }

    /// Links that came or went while they were listed make `ip` say so, and it is asked again.
    private JsonNode links() throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            String listed = host("ip -j -d addr");
            if (!listed.contains("Dump was interrupted")) {
                return JSON.readTree(listed);
            }
        }
        throw new AssertionError("links come and go without end");
    }

    boolean hostReaches(String address) throws IOException, InterruptedException {
        return tried("ping -c1 -W2 " + address).status() == 0;
    }

    Path folder() {
        return folder;
    }

    List<String> inside() {
        return List.of("nsenter", "-t", "" + holder.pid(), "-m", "-n", "--");
    }

    /// Starts the first daemon. What the host is like now it must be like at the end.
    void begin(String conf, String... daemonOptions) throws Exception {
        before = Optional.of(LeftOvers.than(inside(), folder));
        options = List.of(daemonOptions);
        write(conf);
        next();
    }

    /// Starts a daemon in the place of one that has ended.
    void next(String... daemonOptions) throws Exception {
        if (daemonOptions.length > 0) {
            options = List.of(daemonOptions);
        }
        daemon = Optional.of(EndToEnd.start(folder, inside(), options, conf()));
    }

    private Path conf() {
        return folder.resolve("vm.conf");
    }

    void write(String conf) throws IOException {
        Files.writeString(conf(), conf);
    }

    void reload(String conf) throws IOException {
        write(conf);
        does("reload");
    }

    EndToEnd vmd() {
        return daemon.orElseThrow();
    }

    InProcess.Ran vmctl(String line) {
        return InProcess.vmctl(vmd().socket(), "", line.split(" +"));
    }

    /// Runs vmctl, which must work.
    ///
    /// @return what it prints
    String does(String line) {
        InProcess.Ran ran = vmctl(line);
        assertThat(ran.status()).as(line + ": " + ran.err()).isZero();
        return ran.out() + ran.err();
    }

    LinuxGuest guest(String name) {
        return new LinuxGuest(vmd(), name);
    }

    /// Ends the guests and the daemon, after which nothing is left.
    void end() throws IOException {
        vmd().terminate();
        checkLeftOvers();
    }

    void checkLeftOvers() throws IOException {
        before.orElseThrow().check();
    }

    @Override
    public void close() throws IOException {
        if (daemon.isPresent()) {
            sweep(daemon.get());
        }
        holder.destroyForcibly();
        namespace.close();
    }

    /// Guests of a daemon that was killed are ended by one after it.
    private void sweep(EndToEnd last) throws IOException {
        if (last.isAlive()) {
            last.terminate();
        } else if (Files.exists(last.socket())) {
            try {
                next();
                vmd().terminate();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
