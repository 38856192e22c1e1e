package vmconf.runtime.qemu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vmconf.runtime.host.ProcessId;
import vmconf.runtime.supervise.Exit;

/// Whatever a monitor says to one who connects anew, it is not taken for another machine's, and
/// the one who tends it comes to an end with the process.
class MonitorFuzzTest {
    private static final long LONG = 10;
    private static final String UUID = Examples.MACHINE.toString();

    @TempDir static Path folder = Path.of("");
    private static ServerSocketChannel server = unbound();

    private static ServerSocketChannel unbound() {
        try {
            return ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void open() throws IOException {
        Strays.watch();
        server.bind(UnixDomainSocketAddress.of(new RunFolder(folder).monitor()));
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    static Stream<Arguments> seeds() {
        return Examples.all();
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "qmp.dict")
    @FuzzTest(maxDuration = "10m")
    void tend(byte[] said) throws Exception {
        SpeakingMonitor speaking = new SpeakingMonitor(said);
        speaking.serve(server);
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        ProcessId process = new ProcessId(ProcessHandle.current().pid(), 0, "played");
        QemuProcess qemu = QemuProcess.of(process, new RunFolder(folder), ended, Optional.empty());
        Monitor monitor = Monitor.of(qemu, Examples.MACHINE, new LastWords());
        try {
            speaking.left().get(LONG, TimeUnit.SECONDS);
        } finally {
            ended.complete(Exit.UNSEEN);
        }
        monitor.silent().toCompletableFuture().get(LONG, TimeUnit.SECONDS);
        Strays.check();
        if (monitor.answers() && !mayName(said)) {
            throw new AssertionError("another machine was taken for this one");
        }
        try {
            monitor.execute("cont");
            throw new AssertionError("a machine that has gone obeys");
        } catch (QmpException e) {
            FewWords.check(String.valueOf(e.getMessage()));
        }
    }

    /// Whether the machine's number may be in it: a pause is none of its letters, and a letter
    /// may be written as its number.
    private static boolean mayName(byte[] said) {
        String text = new String(said, ISO_8859_1).replace("\0", "");
        return text.contains(UUID) || text.contains("\\u");
    }
}
