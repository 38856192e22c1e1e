package vmconf.compiler.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
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
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
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

    @Test
    void aCheckIsRepeatedWhenAnIncludedFileChanges() throws Exception {
        Path part = folder.resolve("part.conf");
        Path top = Files.writeString(folder.resolve("top.conf"), "include \"" + part + "\"\n");
        Lines lines = new Lines();
        PrintStream out = new PrintStream(lines, false, UTF_8);
        Vmconf.Streams streams = new Vmconf.Streams(InputStream.nullInputStream(), out, out);
        String[] command = {"check", "--watch", top.toString()};
        Thread check = Thread.ofVirtual().start(() -> Vmconf.run(command, streams));
        assertThat(lines.before("watching")).isEqualTo("1 error in 1 file");
        Files.writeString(part, "vm \"a\" {\n    disk \"/var/vm/a.img\"\n}\n");
        assertThat(lines.before("watching")).isEqualTo("nothing wrong in 1 file");
        check.interrupt();
        assertThat(check.join(Duration.ofSeconds(30))).isTrue();
    }

    /// Lines as they are written.
    private static final class Lines extends OutputStream {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final StringBuilder line = new StringBuilder();

        @Override
        public void write(int b) {
            if (b == '\n') {
                lines.add(line.toString());
                line.setLength(0);
            } else {
                line.append((char) b);
            }
        }

        /// The line before the next one that starts so.
        String before(String start) throws InterruptedException {
            String last = "";
            String next = String.valueOf(lines.poll(30, TimeUnit.SECONDS));
            while (!next.startsWith(start) && !next.equals("null")) {
                last = next;
                next = String.valueOf(lines.poll(30, TimeUnit.SECONDS));
            }
            return last;
        }
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
