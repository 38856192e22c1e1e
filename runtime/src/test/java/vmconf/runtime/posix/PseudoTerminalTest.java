package vmconf.runtime.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PseudoTerminalTest {
    private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();

    @Test
    void carriesBytesBothWaysUnchanged() throws Exception {
        try (PseudoTerminal terminal = open();
                FileOutputStream keyboard = new FileOutputStream(terminal.path())) {
            keyboard.write("ls\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(typed.take()).isEqualTo("ls\n");
            try (FileInputStream screen = new FileInputStream(terminal.path())) {
                terminal.write("a\r\nb\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(screen.readNBytes(5), StandardCharsets.US_ASCII))
                        .isEqualTo("a\r\nb\n");
            }
        }
    }

    @Test
    void worksAgainAfterItsUserHasLeft() throws Exception {
        try (PseudoTerminal terminal = open()) {
            for (String word : new String[] {"one", "two"}) {
                try (FileOutputStream keyboard = new FileOutputStream(terminal.path())) {
                    keyboard.write(word.getBytes(StandardCharsets.US_ASCII));
                    assertThat(typed.take()).isEqualTo(word);
                }
            }
        }
    }

    @Test
    void outputWithoutReaderNeverBlocks() throws Exception {
        try (PseudoTerminal terminal = open()) {
            for (int i = 0; i < 1000; i++) {
                terminal.write(new byte[1024]);
            }
            assertThat(terminal.path()).startsWith("/dev/pts/");
        }
    }

    private PseudoTerminal open() throws Exception {
        return PseudoTerminal.open(
                bytes -> typed.add(new String(bytes, StandardCharsets.US_ASCII)));
    }
}
