package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vmconf.plan.Owner;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;
import vmconf.runtime.control.ControlServer;
import vmconf.runtime.control.FakeConfiguration;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.Log;
import vmconf.runtime.network.FakeNetwork;
import vmconf.runtime.network.Network;
import vmconf.runtime.supervise.FakeHypervisor;
import vmconf.runtime.supervise.PlayedPorts;
import vmconf.runtime.supervise.Ports;
import vmconf.runtime.supervise.Registry;

/// A daemon that knows `web` and `mail`, on a real socket; only its guests are played. Each test
/// has one of its own, in a folder that goes with it.
final class PlayedDaemon implements BeforeEachCallback, AfterEachCallback {
    static final String HEADER =
            "   ID   PID VCPUS  MAXMEM  CURMEM     TTY        OWNER    STATE NAME\n";

    private final FakeHypervisor hypervisor = new FakeHypervisor();
    private final FakeConfiguration configuration = new FakeConfiguration();
    private final List<Boolean> terminated = new CopyOnWriteArrayList<>();
    private Optional<Path> folder = Optional.empty();
    private Optional<Registry> registry = Optional.empty();
    private Optional<ControlServer> server = Optional.empty();

    /// A run of vmctl.
    record Run(int status, String out, String err) {}

    static Run ok(String err) {
        return new Run(0, "", err);
    }

    static Run bad(String err) {
        return new Run(1, "", err);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        folder = Optional.of(Files.createTempDirectory("vmctl-test"));
        begin();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try {
            stop();
            assertThat(socket()).doesNotExist();
        } finally {
            remove();
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder())) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /// Starts it, at first or after `stop`.
    void begin() throws Exception {
        begin(new FakeNetwork());
    }

    void begin(Network network) throws Exception {
        Ports ports = PlayedPorts.of(hypervisor, network);
        Registry all = Registry.of(Samples.plan(List.of(), vm(1, "web"), vm(2, "mail")), ports);
        registry = Optional.of(all);
        Accounts accounts = new Accounts(List.of("root:x:0:0::/root:/bin/sh"), List.of());
        server =
                Optional.of(
                        ControlServer.open(
                                socket(),
                                Owner.ROOT,
                                all,
                                accounts,
                                configuration,
                                terminated::add,
                                Log.toNowhere()));
    }

    void stop() throws IOException, InterruptedException {
        ControlServer control = server.orElseThrow();
        control.close();
        control.hangUp();
    }

    Path folder() {
        return folder.orElseThrow();
    }

    Path socket() {
        return folder().resolve("vmd.sock");
    }

    Registry registry() {
        return registry.orElseThrow();
    }

    FakeHypervisor hypervisor() {
        return hypervisor;
    }

    FakeConfiguration configuration() {
        return configuration;
    }

    /// Each time it was told to end, whether guests were to be stopped first.
    List<Boolean> terminated() {
        return List.copyOf(terminated);
    }

    /// A VM with a disk image that is there.
    Vm vm(int id, String name) throws IOException {
        return Samples.withDisks(Samples.vm(id, name), image(name + ".img"));
    }

    /// The path of an image that is there.
    String image(String name) throws IOException {
        return Files.writeString(folder().resolve(name), "raw").toString();
    }

    Run run(String... arguments) {
        return typing("", arguments);
    }

    Run typing(String input, String... arguments) {
        return run(Map.of("VMD_SOCKET", socket().toString()), input, arguments);
    }

    static Run run(Map<String, String> environment, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams =
                new Streams(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = new Vmctl(environment, streams, new FakeDoctor()).run(List.of(arguments));
        return new Run(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
