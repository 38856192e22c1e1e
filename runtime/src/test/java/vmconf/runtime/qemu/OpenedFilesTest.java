package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmconf.plan.Disk;
import vmconf.plan.DiskFormat;
import vmconf.plan.machine.BootImage;
import vmconf.runtime.host.Bound;
import vmconf.runtime.host.HeldFile;
import vmconf.runtime.host.Media;
import vmconf.runtime.supervise.LaunchException;

/// A process that has files open, as QEMU would.
class OpenedFilesTest {
    @TempDir Path folder = Path.of("");

    private record Held(Path path) implements HeldFile {
        @Override
        public void close() {}
    }

    @Test
    void onlyJudgedFilesMayBeOpen() throws Exception {
        Path disk = Files.writeString(folder.resolve("disk"), "x");
        Path other = Files.writeString(folder.resolve("other"), "x");
        Path log = Files.writeString(folder.resolve("log"), "");
        Process cat =
                new ProcessBuilder("sleep", "60")
                        .redirectInput(disk.toFile())
                        .redirectOutput(log.toFile())
                        .start();
        try {
            long pid = cat.pid();
            Media good = media(disk);
            assertThatCode(() -> OpenedFiles.check(pid, good, List.of(log)))
                    .doesNotThrowAnyException();
            Media bad = media(other);
            assertThatThrownBy(() -> OpenedFiles.check(pid, bad, List.of(log)))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage("an image changed while it was opened");
            assertThatThrownBy(() -> OpenedFiles.check(pid, good, List.of()))
                    .isInstanceOf(LaunchException.class);
            Bound kernel = new Bound(Map.of(other, new Held(other)), Map.of());
            Media configured =
                    new Media(
                            List.of(),
                            Optional.empty(),
                            new BootImage.None(),
                            Optional.empty(),
                            kernel);
            assertThatCode(() -> OpenedFiles.check(pid, configured, List.of()))
                    .doesNotThrowAnyException();
        } finally {
            cat.destroyForcibly();
        }
    }

    private static Media media(Path disk) {
        Bound bound = new Bound(Map.of(disk, new Held(disk)), Map.of(disk, List.of()));
        List<Disk> disks = List.of(new Disk(disk.toString(), DiskFormat.RAW));
        return new Media(disks, Optional.empty(), new BootImage.None(), Optional.empty(), bound);
    }
}
