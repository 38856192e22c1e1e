package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BinaryTest {
    @Test
    void findsProgramsOnThePath() throws Exception {
        assertThat(new Binary("sh", "/nowhere::/bin").file()).hasToString("/bin/sh");
        assertThat(new Binary("/bin/sh", "").file()).hasToString("/bin/sh");
    }

    @Test
    void namesThePackageOfAMissingOne() {
        assertThatThrownBy(() -> new Binary(Binary.USUAL, "/nowhere").file())
                .hasMessage("qemu-system-x86_64 not found; install the package qemu-system-x86");
    }
}
