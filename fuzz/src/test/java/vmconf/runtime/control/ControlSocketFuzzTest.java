package vmconf.runtime.control;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.plan.Owner;
import vmconf.plan.Plan;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.LineReader;
import vmconf.runtime.host.Log;
import vmconf.runtime.protocol.Messages;
import vmconf.runtime.supervise.PlayedPorts;
import vmconf.runtime.supervise.Ports;
import vmconf.runtime.supervise.Registry;

/// Whatever one client says over the socket, in as many pieces as it likes: nothing fails within
/// vmd, and the next client is answered.
class ControlSocketFuzzTest {
    private static final String PING =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{}}\n";
    private static final int QUIET_MILLIS = 5;

    private static final ByteArrayOutputStream LOGGED = new ByteArrayOutputStream();
    private static Optional<Daemon> daemon = Optional.empty();

    private record Daemon(Path folder, Plan plan, Registry registry, ControlServer server) {
        Path socket() {
            return folder.resolve("vmd.sock");
        }
    }

    /// Only guests, links and files are played.
    @BeforeAll
    static void begin() throws Exception {
        Path folder = Files.createTempDirectory("fuzz");
        Path image = Files.writeString(folder.resolve("web.img"), "raw");
        Plan plan =
                Samples.plan(
                        List.of(Samples.bridge("lan", "bridge0")),
                        Samples.withDisks(Samples.vm(1, "web"), image.toString()),
                        Samples.vm(2, "base"));
        Log log = Log.to(new PrintStream(LOGGED, true, StandardCharsets.UTF_8));
        Ports ports = PlayedPorts.of(log);
        Registry registry = Registry.of(plan, ports);
        FakeConfiguration configuration = new FakeConfiguration();
        configuration.hold(plan);
        configuration.holdElsewhere(Samples.plan(List.of(), Samples.vm(1, "more")));
        ControlServer server =
                ControlServer.open(
                        folder.resolve("vmd.sock"),
                        Owner.ROOT,
                        registry,
                        new Accounts(List.of("root:x:0:0::/root:/bin/sh"), List.of()),
                        configuration,
                        _ -> {},
                        log);
        daemon = Optional.of(new Daemon(folder, plan, registry, server));
    }

    @AfterAll
    static void end() throws IOException {
        Daemon there = daemon.orElseThrow();
        there.server().close();
        Files.deleteIfExists(there.folder().resolve("web.img"));
        Files.delete(there.folder());
    }

    static Stream<Arguments> seeds() {
        return Messages.ofClients();
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "../protocol/protocol.dict")
    @FuzzTest(maxDuration = "10m")
    void serve(byte[] said) throws Exception {
        Daemon there = daemon.orElseThrow();
        LOGGED.reset();
        try (SocketChannel client = connect(there)) {
            say(client, said);
            hearOut(client);
        }
        if (LOGGED.toString(StandardCharsets.UTF_8).contains("internal error")) {
            throw new AssertionError(LOGGED.toString(StandardCharsets.UTF_8));
        }
        next(there);
        there.registry().reset(true, true).toCompletableFuture().get();
        there.registry().reload(there.plan()).toCompletableFuture().get();
    }

    private static SocketChannel connect(Daemon there) throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(there.socket()));
    }

    /// Stops when it is hung up on.
    private static void say(SocketChannel client, byte[] said) {
        try {
            ByteBuffer left = ByteBuffer.wrap(said);
            while (left.hasRemaining()) {
                client.write(left.slice(left.position(), Math.min(700, left.remaining())));
                left.position(left.position() + Math.min(700, left.remaining()));
            }
            client.shutdownOutput();
        } catch (IOException e) {
            // it has said enough
        }
    }

    /// Until it is hung up on, or nothing more comes.
    private static void hearOut(SocketChannel client) throws IOException {
        try (Selector selector = Selector.open()) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ);
            ByteBuffer heard = ByteBuffer.allocate(1 << 16);
            while (selector.select(QUIET_MILLIS) > 0) {
                selector.selectedKeys().clear();
                if (client.read(heard.clear()) < 0) {
                    return;
                }
            }
        } catch (SocketException e) {
            // reset: there was something it did not read
        }
    }

    private static void next(Daemon there) throws IOException {
        try (SocketChannel client = connect(there)) {
            client.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.UTF_8)));
            Optional<String> answer = new LineReader(client, 1 << 16).next();
            if (answer.filter(each -> each.contains("\"result\"")).isEmpty()) {
                throw new AssertionError("the next client hears " + answer);
            }
        }
    }
}
