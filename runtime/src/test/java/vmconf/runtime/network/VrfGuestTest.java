package vmconf.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Interface;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.LinuxImages;
import vmconf.runtime.Samples;
import vmconf.runtime.host.Programs;
import vmconf.runtime.qemu.Binary;

/// What vmd runs for machines in two routing domains, run by a kernel that has VRFs, whatever that
/// of this machine has.
@Tag("qemu")
@Timeout(300)
class VrfGuestTest {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

    @TempDir Path folder = Path.of("");

    private final Vm one = vm(1, "one", onHost(11), onSwitch("left", 11));
    private final Vm two = vm(2, "two", onHost(12), onSwitch("right", 12));
    private final Vm three = vm(3, "three", onSwitch("left", 11));

    private final Plan plan =
            Samples.plan(
                    List.of(
                            Samples.inDomain(Samples.bridge("left", "bridge0"), 11),
                            Samples.inDomain(Samples.bridge("right", "bridge1"), 12)),
                    one,
                    two,
                    three);

    private static Vm vm(int id, String name, Interface... links) {
        return Samples.withLinks(Samples.vm(id, name), links);
    }

    /// With the same addresses in every domain.
    private static Interface onHost(int domain) {
        return Samples.inDomain(Samples.local(1), domain);
    }

    private static Interface onSwitch(String name, int domain) {
        return Samples.inDomain(Samples.onSwitch(name), domain);
    }

    @Test
    void domainsAreIsolatedAndLeaveNothing() throws Exception {
        assumeTrue(new Binary(Binary.USUAL, System.getenv("PATH")).present(), "no QEMU");
        Path images = LinuxImages.made();
        stage();
        assertThat(said(boot(images)))
                .isEqualTo(
                        """
                        without the module: Error: Unknown device type.
                        with it: Error: VRF table id is missing.
                        in 11: lower_bridge0 lower_tap0
                        ports of bridge0: tap1 tap4
                        rule 0:\tfrom all lookup [l3mdev-table]
                        rule 1:\tfrom all lookup local
                        rule 1000:\tfrom all lookup [l3mdev-table]
                        rule 32766:\tfrom all lookup main
                        rule 32767:\tfrom all lookup default
                        taps: nothing is left
                        one reaches its gateway: yes
                        two reaches its gateway: yes
                        11 reaches one: yes
                        12 reaches two: yes
                        11 reaches one alone: yes
                        12 reaches one: no
                        0 reaches one: no
                        0 reaches the world: yes
                        one reaches an address of 0: no
                        one reaches the world: no
                        one reaches three over the switch: yes
                        one reaches three by routes of 11: yes
                        one reaches two over the switch: no
                        one reaches two by routes: no
                        two reaches its switch: yes
                        a packet socket: yes
                        cables: nothing is left
                        end
                        """);
    }

    private static String said(String console) {
        StringBuilder said = new StringBuilder();
        console.lines()
                .map(String::strip)
                .filter(each -> each.startsWith("= "))
                .forEach(each -> said.append(each.substring(2)).append('\n'));
        return said.toString();
    }

    /// The commands, what runs them, and `ip`, as a file system.
    private void stage() throws Exception {
        FakeHost host = new FakeHost(Files.createDirectory(folder.resolve("links")));
        NetworkOptions options =
                new NetworkOptions(true, Optional.empty(), List.of(), Optional.empty());
        LinuxNetwork network =
                LinuxNetwork.with(plan, host, new Links(host.links()), options, new FakeNotes());
        network.configure(plan);
        for (Vm each : plan.vms()) {
            network.rehearse(each, List.of()).commands().forEach(host::run);
        }
        write("up", host);
        network.reclaim(one, List.of("tap0", "tap1"));
        network.reclaim(two, List.of("tap2", "tap3"));
        network.reclaim(three, List.of("tap4"));
        network.end(false);
        write("down", host);
        try (InputStream script = VrfGuestTest.class.getResourceAsStream("vrf-guest.sh")) {
            assertThat(script).isNotNull();
            install(script, "first");
        }
        bring(Programs.find("ip").orElseThrow());
    }

    private void write(String name, FakeHost host) throws IOException {
        assertThat(host.commands()).allMatch(each -> each.startsWith("ip "));
        Path file = folder.resolve("root").resolve(name);
        Files.createDirectories(folder.resolve("root"));
        Files.writeString(file, String.join("\n", host.commands()) + "\n");
        host.commands().clear();
    }

    private void bring(Path program) throws Exception {
        List<String> files = new ArrayList<>();
        LIBRARY.matcher(ran("ldd", program.toString()))
                .results()
                .map(MatchResult::group)
                .forEach(each -> files.add(each.substring(0, each.indexOf(' '))));
        for (String each : files) {
            try (InputStream in = Files.newInputStream(Path.of(each))) {
                install(in, each.substring(1));
            }
        }
        try (InputStream in = Files.newInputStream(program)) {
            install(in, "sbin/ip");
        }
    }

    private void install(InputStream in, String name) throws IOException {
        Path file = folder.resolve("root").resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String boot(Path images) throws Exception {
        String root = folder.resolve("root").toString();
        ran(
                "sh",
                "-c",
                "cd " + root + " && find . | cpio -o -H newc --quiet | gzip -1 >../own.cpio.gz");
        Path initrd = folder.resolve("initrd");
        try (OutputStream out = Files.newOutputStream(initrd)) {
            Files.copy(images.resolve("initramfs.cpio.gz"), out);
            Files.copy(images.resolve("network.cpio.gz"), out);
            Files.copy(folder.resolve("own.cpio.gz"), out);
        }
        return ran(
                Binary.USUAL,
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-serial",
                "stdio",
                "-no-reboot",
                "-M",
                "q35,graphics=off",
                "-accel",
                "tcg",
                "-cpu",
                "max",
                "-m",
                "256",
                "-kernel",
                images.resolve("vmlinux").toString(),
                "-initrd",
                initrd.toString(),
                "-append",
                "console=ttyS0 quiet panic=1 rdinit=/first");
    }

    /// Runs a command that must work within two minutes.
    ///
    /// @return what it prints
    private String ran(String... command) throws Exception {
        Path out = folder.resolve("out");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            String text = Files.readString(out, StandardCharsets.ISO_8859_1);
            assertThat(ended && process.exitValue() == 0).as(text).isTrue();
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
