package vmconf.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Owner;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.LineReader;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Preflight;
import vmconf.runtime.network.FakeNetwork;
import vmconf.runtime.supervise.FakeClock;
import vmconf.runtime.supervise.FakeHypervisor;
import vmconf.runtime.supervise.FakeLedger;
import vmconf.runtime.supervise.Ports;
import vmconf.runtime.supervise.Registry;

@Timeout(60)
class ControlServerTest {
    private static final Owner JOE = new Owner("joe", java.util.Optional.of("users"));

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
    void nonsenseIsAnsweredOnceAndHungUp() throws Exception {
        try (ControlServer server = open();
                SocketChannel client = connect()) {
            send(client, "make me a sandwich\n");
            LineReader lines = new LineReader(client, Wire.LONGEST);
            assertThat(lines.next().orElseThrow()).contains("-32600");
            assertThat(lines.next()).isEmpty();
            assertThat(server).isNotNull();
        }
    }

    @Test
    void endlessLineIsHungUp() throws Exception {
        try (ControlServer server = open();
                SocketChannel client = connect()) {
            ByteBuffer junk = ByteBuffer.allocate(Wire.LONGEST + 1);
            while (junk.hasRemaining()) {
                client.write(junk);
            }
            assertThat(server).isNotNull();
            assertThat(new LineReader(client, 100).next()).isEmpty();
        } catch (java.io.IOException e) {
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
            try (Connection connection = Connection.to(socket())) {
                assertThat(connection.ask(new Request.Ping())).isInstanceOf(Reply.Pong.class);
            }
            assertThat(server).isNotNull();
        } finally {
            for (SocketChannel each : idle) {
                each.close();
            }
        }
    }

    @Test
    void ownersControlTheirVmsAndStrangersDoNot() {
        Accounts accounts =
                new Accounts(
                        List.of("root:x:0:0::/:/bin/sh", "joe:x:1000:1000::/:/bin/sh"),
                        List.of("users:x:100:ann,bob"));
        assertThat(new Peer("joe", "joe").mayControl(JOE, accounts)).isTrue();
        assertThat(new Peer("ann", "ann").mayControl(JOE, accounts)).isTrue();
        assertThat(new Peer("eve", "users").mayControl(JOE, accounts)).isTrue();
        assertThat(new Peer("root", "root").mayControl(JOE, accounts)).isTrue();
        assertThat(new Peer("eve", "eve").mayControl(JOE, accounts)).isFalse();
        Owner numeric = new Owner("1000", java.util.Optional.empty());
        assertThat(new Peer("joe", "joe").mayControl(numeric, accounts)).isTrue();
    }

    private ControlServer open() throws Exception {
        Ports ports =
                new Ports(
                        new FakeHypervisor(),
                        new FakeNetwork(),
                        new Preflight(),
                        new FakeClock(),
                        Log.toNowhere(),
                        Duration.ofMinutes(2),
                        new FakeLedger());
        Registry registry = Registry.of(Samples.plan(List.of()), ports);
        return ControlServer.open(
                socket(),
                Owner.ROOT,
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

    private static void send(SocketChannel client, String text) throws Exception {
        client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
