package vmconf.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir private Path folder;
    private final BlockingQueue<String> rounds = new LinkedBlockingQueue<>();
    private Path file;
    private Path missing;
    private Thread thread;

    @BeforeEach
    void start() throws Exception {
        file = Files.writeString(folder.resolve("vm.conf"), "one");
        missing = folder.resolve("missing.conf");
        thread =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        new Watch(Set.of(file, missing), this::round).run();
                                    } catch (IOException e) {
                                        rounds.add(String.valueOf(e));
                                    }
                                });
        assertThat(next()).isEqualTo("one");
    }

    @AfterEach
    void interruptEndsIt() throws InterruptedException {
        thread.interrupt();
        assertThat(thread.join(java.time.Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void aChangedFileIsReadAgain() throws Exception {
        Files.writeString(file, "three");
        assertThat(next()).isEqualTo("three");
    }

    @Test
    void aFilePutInPlaceOfAnotherIsNoticed() throws Exception {
        Path part = Files.writeString(folder.resolve("part"), "two");
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(next()).isEqualTo("two");
    }

    @Test
    void aFileThatWasMissingIsNoticed() throws Exception {
        Files.writeString(missing, "x");
        assertThat(next()).isEqualTo("one");
    }

    private Set<Path> round() {
        try {
            rounds.add(Files.readString(file));
        } catch (IOException e) {
            rounds.add(String.valueOf(e));
        }
        return Set.of(file, missing);
    }

    private String next() throws InterruptedException {
        return String.valueOf(rounds.poll(30, TimeUnit.SECONDS));
    }
}
