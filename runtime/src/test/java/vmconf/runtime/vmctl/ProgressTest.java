package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void whatIsFurtherIsShown() {
        progress.take("    (0.00/100%)\r    (0");
        progress.take(".99/100%)\r    (1.50/10");
        progress.take("0%)\r    (100.00/100%)\r\n");
        progress.close();
        assertThat(shown())
                .isEqualTo("\rvmctl: 0 % copied\rvmctl: 100 % copied\r" + " ".repeat(19) + "\r");
    }

    @Test
    void otherWordsAreNotShown() {
        progress.take("qemu-img: error while reading: Input/output error\n");
        progress.close();
        assertThat(shown()).isEmpty();
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
