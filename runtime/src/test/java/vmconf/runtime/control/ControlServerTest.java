package vmconf.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmconf.plan.Owner;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.LineReader;
import vmconf.runtime.host.Log;
import vmconf.runtime.protocol.Exchange;
import vmconf.runtime.supervise.PlayedPorts;
import vmconf.runtime.supervise.Ports;
import vmconf.runtime.supervise.Registry;

@Timeout(60)
class ControlServerTest {

    private static final String PING =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{}}\n";

    @TempDir Path folder = Path.of("");

    @Test
    void onlyUserAndGroupMayConnect() throws Exception {
        try (ControlServer server = open()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                    .isEqualTo("rw-rw----");
            assertThat(server).isNotNull();
        }
    }

    @Test
    void aDaemonThatTakesAClientIsThere() throws Exception {
        try (ControlServer server = open()) {
            assertThat(server).isNotNull();
            assertThat(ControlServer.isAnswered(socket())).isTrue();
        }
        assertThat(ControlServer.isAnswered(socket())).isFalse();
    }

    /// What it was just starting can hold a dead daemon's socket for a moment.
    @Test
    void aSocketThatIsClosedWithoutAWordIsNobodys() throws Exception {
        ServerSocketChannel held = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        held.bind(UnixDomainSocketAddress.of(socket()));
        CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS)
                .execute(() -> closeQuietly(held));
        assertThat(ControlServer.isAnswered(socket())).isFalse();
        assertThat(held.isOpen()).isFalse();
    }

    private static void closeQuietly(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nonsenseIsAnsweredOnceAndHungUp() throws Exception {
        try (ControlServer server = open();
                SocketChannel client = connect()) {
            send(client, "make me a sandwich\n");
            LineReader lines = new LineReader(client, Exchange.LONGEST_REQUEST);
            assertThat(lines.next().orElseThrow()).contains("-32700");
            assertThat(lines.next()).isEmpty();
            assertThat(server).isNotNull();
        }
    }

    @Test
    void endlessLineIsHungUp() throws Exception {
        try (ControlServer server = open();
                SocketChannel client = connect()) {
            ByteBuffer junk = ByteBuffer.allocate(Exchange.LONGEST_REQUEST + 1);
            while (junk.hasRemaining()) {
                client.write(junk);
            }
            assertThat(server).isNotNull();
            assertThat(new LineReader(client, 100).next()).isEmpty();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    @Test
    void idleConnectionsHoldNobodyUp() throws Exception {
        List<SocketChannel> idle = new ArrayList<>();
        try (ControlServer server = open()) {
            for (int i = 0; i < 300; i++) {
                idle.add(connect());
            }
            try (SocketChannel client = connect()) {
                send(client, PING);
                assertThat(line(client)).contains("\"pid\":", "\"id\":1");
            }
            assertThat(server).isNotNull();
        } finally {
            for (SocketChannel each : idle) {
                each.close();
            }
        }
    }

    @Test
    void clientThatReadsNothingIsHungUpAndHoldsNobodyUp() throws Exception {
        try (ControlServer server = open();
                SocketChannel deaf = connect();
                SocketChannel client = connect()) {
            Thread shouting =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            while (true) {
                                                send(deaf, PING.repeat(100));
                                            }
                                        } catch (Exception e) {
                                            // hung up, as expected
                                        }
                                    });
            shouting.join(Duration.ofSeconds(1));
            send(client, PING);
            assertThat(line(client)).contains("\"pid\":");
            assertThat(shouting.join(Duration.ofSeconds(40))).isTrue();
            assertThat(server).isNotNull();
        }
    }

    @Test
    void requestsThatAreNoneAreAnsweredOneByOne() throws Exception {
        try (ControlServer server = open();
                SocketChannel client = connect()) {
            send(client, "{'jsonrpc':'2.0','id':3,'method':'fly'}\n".replace('\'', '"'));
            send(client, "{'jsonrpc':'2.0','id':4,'method':'stop'}\n".replace('\'', '"'));
            send(client, PING);
            LineReader lines = new LineReader(client, Exchange.LONGEST_REPLY);
            assertThat(lines.next().orElseThrow()).contains("\"id\":3", "-32601");
            assertThat(lines.next().orElseThrow()).contains("\"id\":4", "error");
            assertThat(lines.next().orElseThrow()).contains("\"id\":1", "result");
            assertThat(server).isNotNull();
        }
    }

    /// Whose the socket is; names that nobody has leave it with root.
    @ParameterizedTest
    @CsvSource({
        "54321,54322,54321,54322",
        "root,54322,0,54322",
        "54321,,54321,0",
        "nobody-of-that-name,54322,0,54322",
        "54321,nobody-of-that-name,0,0",
    })
    void socketIsItsOwners(String user, String group, int uid, int gid) throws Exception {
        assumeTrue(Accounts.isRoot(), "only root can give files away");
        try (ControlServer server = open(new Owner(user, Optional.ofNullable(group)))) {
            assertThat(Files.getAttribute(socket(), "unix:uid")).isEqualTo(uid);
            assertThat(Files.getAttribute(socket(), "unix:gid")).isEqualTo(gid);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                    .isEqualTo("rw-rw----");
            assertThat(server).isNotNull();
        }
    }

    private ControlServer open() throws Exception {
        return open(Owner.ROOT);
    }

    private ControlServer open(Owner owner) throws Exception {
        Ports ports = PlayedPorts.of();
        Registry registry = Registry.of(Samples.plan(List.of()), ports);
        return ControlServer.open(
                socket(),
                owner,
                registry,
                Accounts.ofHost(),
                new FakeConfiguration(),
                _ -> {},
                Log.toNowhere());
    }

    private Path socket() {
        return folder.resolve("vmd.sock");
    }

    private SocketChannel connect() throws Exception {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket()));
    }

    private static String line(SocketChannel client) throws Exception {
        return new LineReader(client, Exchange.LONGEST_REPLY).next().orElseThrow();
    }

    private static void send(SocketChannel client, String text) throws Exception {
        client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
