package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleLogTest {
    @TempDir Path folder = Path.of("");

    @Test
    void fullLogIsTurnedOver() throws Exception {
        Path path = folder.resolve("web.log");
        ConsoleLog log = ConsoleLog.at(path);
        Files.write(path, new byte[(1 << 20) + 1]);
        log.output(new byte[64 << 10]);
        assertThat(path).isEmptyFile();
        assertThat(folder.resolve("web.log.old")).hasSize((1 << 20) + 1);
    }

    @Test
    void smallLogIsKept() throws Exception {
        Path path = Files.writeString(folder.resolve("web.log"), "hello");
        ConsoleLog.at(path).output(new byte[64 << 10]);
        assertThat(path).hasContent("hello");
    }
}
