package vmconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Plan;
import vmconf.plan.PlanYaml;
import vmconf.plan.Vm;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.host.LineReader;
import vmconf.runtime.vmctl.InProcess;

/// A real guest, changed behind the daemon's back.
@Tag("qemu")
@Timeout(300)
class DriftEndToEndTest {
    private static final String AGAIN = "      fix: vmctl stop -w hello && vmctl start hello\n";

    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void qemu() {
        EndToEnd.assumeQemu();
    }

    @Test
    void changesOfTheHostAreFound() throws Exception {
        assumeTrue(Accounts.isRoot(), "taps need root");
        Vm vm = Samples.withLinks(hello(), Samples.local(1), Samples.onSwitch("uplink"));
        Plan plan = Samples.plan(List.of(Samples.bridge("uplink", "bridge0")), vm);
        try (Namespace namespace = Namespace.make("drift");
                EndToEnd vmd = EndToEnd.start(folder, namespace.prefix(), plan)) {
            vmd.run("ip", "link", "add", "name", "bridge0", "type", "bridge");
            vmd.run("ip", "link", "add", "name", "bridge1", "type", "bridge");
            assertThat(vmctl(vmd, "start", "hello").err()).contains("successfully");
            assertThat(vmctl(vmd, "drift")).isEqualTo(new InProcess.Ran(0, "no differences\n", ""));
            vmd.run("ip", "link", "set", "dev", "tap1", "master", "bridge1");
            vmd.run("ip", "link", "set", "dev", "tap1", "down");
            vmd.run("ip", "addr", "add", "10.9.8.7/24", "dev", "tap0");
            vmd.run("ip", "addr", "del", "100.64.1.2/31", "dev", "tap0");
            assertThat(vmctl(vmd, "drift"))
                    .isEqualTo(
                            new InProcess.Ran(
                                    1,
                                    """
                                    host, other than planned
                                      vm "hello": tap0 address: planned 100.64.1.2/31, found none
                                          fix: ip addr add 100.64.1.2/31 dev tap0
                                      vm "hello": tap0 address: planned none, found 10.9.8.7/24
                                          fix: ip addr del 10.9.8.7/24 dev tap0
                                      vm "hello": tap1 bridge: planned bridge0, found bridge1
                                          fix: ip link set dev tap1 master bridge0
                                      vm "hello": tap1: planned up, found down
                                          fix: ip link set dev tap1 up
                                    """,
                                    ""));
            for (String fix : fixes(vmctl(vmd, "drift", "hello").out())) {
                assertThat(vmd.run(fix.split(" ")).status()).as(fix).isZero();
            }
            assertThat(vmctl(vmd, "drift", "hello").out()).isEqualTo("no differences\n");
            vmd.run("ip", "link", "set", "dev", "tap0", "down");
            vmd.run("ip", "link", "set", "dev", "tap0", "up");
            Wait.until(
                    "it is still answered",
                    () -> vmctl(vmd, "drift").out().equals("no differences\n"));
        }
    }

    @Test
    void changesOfProcessAndFileAreFound() throws Exception {
        Files.copy(EndToEnd.guests().resolve("hello/hello.img"), folder.resolve("disc.iso"));
        Vm vm = Samples.withDisc(Samples.enabled(hello()), folder.resolve("disc.iso").toString());
        EndToEnd first = EndToEnd.start(folder, List.of(), plan(vm));
        Wait.until("hello greets", () -> first.console("hello").contains("hello from vmconf"));
        first.kill();
        Path other = folder.resolve("other.iso");
        Files.copy(folder.resolve("disc.iso"), other);
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        qmp(
                first.run().resolve("1/qmp.sock"),
                "{\"execute\":\"blockdev-change-medium\",\"arguments\":{\"device\":\"cdrom\",\"filename\":\"%s\",\"format\":\"raw\"}}"
                        .formatted(other));
        try (EndToEnd vmd = EndToEnd.start(folder, List.of(), plan(vm))) {
            String medium =
                    """
                    process, other than planned
                      vm "hello": cdrom: planned %s, found %s
                    """
                            .formatted(folder.resolve("disc.iso"), other);
            assertThat(vmctl(vmd, "drift")).isEqualTo(new InProcess.Ran(1, medium + AGAIN, ""));
            Vm larger = Samples.withMemory(vm, 96 << 20);
            Vm more = Samples.vm(2, "more");
            Files.writeString(folder.resolve("plan.yaml"), PlanYaml.toYaml(plan(larger, more)));
            assertThat(vmctl(vmd, "drift").out())
                    .isEqualTo(
                            """
                            configuration file, not in force
                              vm "hello": memory: planned 64M, found 96M
                                  fix: vmctl reload
                              vm "more": vm: planned none, found there
                                  fix: vmctl reload
                            """
                                    + medium
                                    + AGAIN);
            assertThat(vmctl(vmd, "reload").status()).isZero();
            assertThat(vmctl(vmd, "drift").out())
                    .startsWith(
                            "process, other than planned\n  vm \"hello\": memory: planned 96M, found 64M\n"
                                    + AGAIN);
            assertThat(vmctl(vmd, "drift", "--json", "more"))
                    .isEqualTo(new InProcess.Ran(0, "{\n  \"differences\" : [ ]\n}\n", ""));
            vmctl(vmd, "stop", "-fw", "hello");
            vmctl(vmd, "start", "hello");
            assertThat(vmctl(vmd, "drift").out()).isEqualTo("no differences\n");
            Files.writeString(folder.resolve("plan.yaml"), "vm \"a\" {\n");
            assertThat(vmctl(vmd, "drift").out())
                    .contains("file: planned can be taken, found ", "plan.yaml:");
        }
    }

    private static List<String> fixes(String text) {
        return text.lines()
                .filter(line -> line.startsWith("      fix: "))
                .map(line -> line.substring("      fix: ".length()))
                .toList();
    }

    private static InProcess.Ran vmctl(EndToEnd vmd, String... arguments) {
        return InProcess.vmctl(vmd.socket(), "", arguments);
    }

    private static void qmp(Path socket, String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            LineReader lines = new LineReader(channel, 1 << 20);
            lines.next();
            for (String each : List.of("{\"execute\":\"qmp_capabilities\"}", command)) {
                channel.write(ByteBuffer.wrap((each + "\n").getBytes(StandardCharsets.UTF_8)));
                String answer = "";
                while (!answer.contains("\"return\"")) {
                    answer = lines.next().orElseThrow();
                    assertThat(answer).doesNotContain("\"error\"");
                }
            }
        }
    }

    private static Plan plan(Vm... vms) {
        return Samples.plan(List.of(), vms);
    }

    private Vm hello() throws IOException {
        Path image = folder.resolve("hello.img");
        Files.copy(EndToEnd.guests().resolve("hello/hello.img"), image);
        Vm vm = Samples.withMemory(Samples.vm(1, "hello"), 64 << 20);
        return Samples.withDisks(vm, image.toString());
    }
}
