package vmconf.packaging.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndingTest {
    private static final String ERROR = "a.conf:3:1: error: unknown word \"vmm\" [VM001]\n";

    private static boolean isRight(String command, int status, String out) {
        return Ending.fault(command, new Shell.Ran(status, out)).isEmpty();
    }

    @Test
    void whatShowsAnErrorFails() {
        assertThat(isRight("vmconf check a.conf", 1, ERROR)).isTrue();
        assertThat(isRight("vmconf check a.conf", 0, ERROR)).isFalse();
        assertThat(isRight("vmconf set a.conf", 2, "vmconf set: no setting\n")).isTrue();
        assertThat(isRight("vmconf set a.conf", 0, "vmconf set: no setting\n")).isFalse();
    }

    @Test
    void everythingElseSucceeds() {
        assertThat(isRight("vmconf check a.conf", 0, "a.conf:3:1: warning: x [VM212]\n")).isTrue();
        assertThat(isRight("vmconf check a.conf", 1, "a.conf:3:1: warning: x [VM212]\n")).isFalse();
        assertThat(isRight("vmconf export qemu a.conf", 0, "vmconf export: note: x\n")).isTrue();
        assertThat(isRight("vmctl wait", 1, "")).isFalse();
    }

    @Test
    void unlessTheCommandSaysHowItEnds() {
        String command = "vmconf diff a.conf b.conf # status 1, as they differ";
        assertThat(isRight(command, 1, "")).isTrue();
        assertThat(isRight(command, 0, "")).isFalse();
        assertThat(Ending.fault(command, new Shell.Ran(2, ERROR)))
                .contains("\"" + command + "\" ends with status 2");
    }
}
