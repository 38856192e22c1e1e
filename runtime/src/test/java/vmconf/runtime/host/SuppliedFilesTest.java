package vmconf.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.Vm;
import vmconf.runtime.Samples;

/// Which files are opened with somebody's rights, and that all are closed.
class SuppliedFilesTest {
    @TempDir Path folder = Path.of("");
    private final Preflight preflight = new Preflight(Samples.FIRMWARE);
    private final List<Path> open = new ArrayList<>();

    /// May open everything that is not called `secret`.
    private final class Fake implements Rights {
        @Override
        public String user() {
            return "joe";
        }

        @Override
        public HeldFile open(Path file, boolean toWrite) throws IOException {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString(), null, "No such file or directory");
            }
            if (file.getFileName().toString().startsWith("secret")) {
                throw new FileSystemException(file.toString(), null, "Permission denied");
            }
            open.add(file);
            return new HeldFile() {
                @Override
                public Path path() {
                    return file;
                }

                @Override
                public void close() {
                    open.remove(file);
                }
            };
        }
    }

    @Test
    void theWholeChainIsOpened() throws Exception {
        Files.writeString(folder.resolve("c.raw"), "data");
        qcow2("b.qcow2", "c.raw", 0);
        qcow2("a.qcow2", folder + "/b.qcow2", 0);
        Media media = inspect("a.qcow2");
        Path disk = folder.resolve("a.qcow2");
        assertThat(media.disks()).containsExactly(new Disk(disk.toString(), DiskFormat.QCOW2));
        assertThat(media.bound().basesOf(disk).orElseThrow())
                .containsExactly(
                        new Disk(folder + "/b.qcow2", DiskFormat.QCOW2),
                        new Disk(folder + "/c.raw", DiskFormat.RAW));
        assertThat(open).hasSize(3);
        media.close();
        assertThat(open).isEmpty();
    }

    @Test
    void whatAnImageLeadsToIsRefusedWithItsName() throws Exception {
        Files.writeString(folder.resolve("secret.img"), "data");
        qcow2("a.qcow2", "secret.img", 0);
        refused("a.qcow2", "unable to read base secret.img of disk %s/a.qcow2: Permission denied");
        qcow2("b.qcow2", "none.img", 0);
        refused("b.qcow2", "unable to read base none.img of disk %s/b.qcow2: No such file");
        qcow2("c.qcow2", "nbd://host/disk", 0);
        refused("c.qcow2", "unable to access disk %s/c.qcow2: its base is not a file");
        qcow2("d.qcow2", "json:{\"driver\":\"nbd\"}", 0);
        refused("d.qcow2", "unable to access disk %s/d.qcow2: its base is not a file");
        qcow2("e.qcow2", "", 4);
        refused("e.qcow2", "unable to access disk %s/e.qcow2: its data are in another file");
        qcow2("f.qcow2", "f.qcow2", 0);
        refused(
                "f.qcow2",
                "unable to access disk %1$s/f.qcow2: its images are below each other:"
                        + " %1$s/f.qcow2 -> %1$s/f.qcow2");
        Files.write(folder.resolve("g.qcow2"), new byte[] {'Q', 'F', 'I', (byte) 0xfb});
        refused("g.qcow2", "unable to access disk %s/g.qcow2: not a qcow2 image");
        assertThat(open).isEmpty();
    }

    /// What the configuration names is nobody's but the daemon's business.
    @Test
    void onlyWhatWasSuppliedIsJudged() throws Exception {
        Path image = Files.writeString(folder.resolve("secret.img"), "data");
        Vm vm = Samples.withDisks(Samples.vm(1, "web"), image.toString());
        Supplied nothing = new Supplied(Optional.of(new Fake()), Set.of());
        try (Media media = preflight.inspect(vm, nothing)) {
            assertThat(media.bound().isEmpty()).isTrue();
            assertThat(media.disks()).hasSize(1);
        }
    }

    private void refused(String disk, String message) {
        assertThatThrownBy(() -> inspect(disk))
                .hasMessageStartingWith("vm \"web\" " + message.formatted(folder))
                .hasMessageEndingWith("(as user joe)");
    }

    private Media inspect(String disk) throws MediaException {
        String path = folder.resolve(disk).toString();
        Vm vm = Samples.withDisks(Samples.vm(1, "web"), path);
        return preflight.inspect(vm, new Supplied(Optional.of(new Fake()), Set.of(path)));
    }

    private void qcow2(String name, String backing, long incompatible) throws IOException {
        byte[] base = backing.getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(512);
        head.putInt(0, 0x514649fb).putInt(4, 3).putLong(72, incompatible).putInt(100, 104);
        if (base.length > 0) {
            head.putLong(8, 256).putInt(16, base.length).put(256, base);
        }
        byte[] image = new byte[head.capacity()];
        head.get(0, image);
        Files.write(folder.resolve(name), image);
    }
}
