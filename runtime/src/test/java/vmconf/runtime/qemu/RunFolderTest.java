package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir Path parent = Path.of("");

    @Test
    void tellsQemusLastWords() throws Exception {
        RunFolder folder = new RunFolder(parent);
        assertThat(folder.complaint()).isEmpty();
        Files.writeString(
                folder.errors(), "warning: x\nqemu-system-x86_64: -drive: no such disk\n\n");
        assertThat(folder.complaint()).isEqualTo("-drive: no such disk");
    }
}
