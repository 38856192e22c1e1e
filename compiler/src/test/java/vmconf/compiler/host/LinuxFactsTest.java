package vmconf.compiler.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxFactsTest {
    @TempDir private Path folder;

    @Test
    void whatStandsAtAPath() throws Exception {
        Files.writeString(folder.resolve("raw"), "x".repeat(100));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("raw"));
        HostFacts host = new LinuxFacts(folder);
        assertThat(host.file("none")).isEqualTo(new HostFile.Missing("no such file"));
        assertThat(host.file(".")).isEqualTo(new HostFile.Special());
        assertThat(host.file("/dev/null")).isEqualTo(new HostFile.Special());
        assertThat(host.file("raw"))
                .isInstanceOfSatisfying(
                        HostFile.Regular.class,
                        file -> {
                            assertThat(file.size()).isEqualTo(100);
                            assertThat(file.qcow2()).isEmpty();
                        })
                .isEqualTo(host.file("link"));
    }

    @Test
    void theHeaderOfAQcow2Image() throws Exception {
        ByteBuffer image = ByteBuffer.allocate(200);
        image.putInt(0x514649fb).putInt(3).putLong(104).putInt(8).putInt(16).putLong(5L << 30);
        image.position(104).put("base.img".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("q"), image.array());
        assertThat(new LinuxFacts(folder).file("q"))
                .isInstanceOfSatisfying(
                        HostFile.Regular.class,
                        file ->
                                assertThat(file.qcow2())
                                        .contains(
                                                new HostFile.Qcow2(
                                                        5L << 30, Optional.of("base.img"))));
    }

    @Test
    void aHeaderThatLies() throws Exception {
        ByteBuffer image = ByteBuffer.allocate(32);
        image.putInt(0x514649fb).putInt(3).putLong(Long.MAX_VALUE).putInt(Integer.MAX_VALUE);
        Files.write(folder.resolve("q"), image.array());
        assertThat(new LinuxFacts(folder).file("q")).isInstanceOf(HostFile.Regular.class);
    }

    @Test
    void accountsInterfacesAndSizes() {
        HostFacts host = new LinuxFacts(folder);
        assertThat(host.hasUser("root")).isTrue();
        assertThat(host.hasUser("no-such-user")).isFalse();
        assertThat(host.hasGroup("root")).isTrue();
        assertThat(host.hasInterface("lo")).isTrue();
        assertThat(host.hasInterface("no-such-if")).isFalse();
        assertThat(host.memory().orElseThrow()).isPositive();
        assertThat(host.space(folder.toString()).orElseThrow()).isPositive();
        assertThat(host.canUseKvm()).isEqualTo(Files.isWritable(Path.of("/dev/kvm")));
    }
}
