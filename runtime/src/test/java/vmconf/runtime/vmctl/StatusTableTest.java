package vmconf.runtime.vmctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmconf.runtime.protocol.VmView;

class StatusTableTest {
    @Test
    void looksLikeTheOriginal() {
        VmView example =
                new VmView(
                        1,
                        "example",
                        "running",
                        false,
                        Optional.empty(),
                        Optional.of(72118L),
                        1,
                        1L << 30,
                        Optional.of(92379546L),
                        Optional.of("/dev/ttyp8"),
                        "root",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(StatusTable.of(List.of(example, stopped(2, "vm2", "joe:users"))))
                .isEqualTo(
                        """
                           ID   PID VCPUS  MAXMEM  CURMEM     TTY        OWNER    STATE NAME
                            1 72118     1    1.0G   88.1M   ttyp8         root  running example
                            2     -     1    512M       -       -    joe:users  stopped vm2
                        """);
    }

    @Test
    void headerStandsAlone() {
        assertThat(StatusTable.of(List.of())).endsWith(" STATE NAME\n").hasLineCount(1);
    }

    @Test
    void columnsWidenAndOwnersAreCut() {
        assertThat(StatusTable.of(List.of(stopped(1234567, "v", "administrator:operators"))))
                .endsWith(
                        "1234567     -     1    512M       -       - administrator:o  stopped v\n");
    }

    private static VmView stopped(int id, String name, String owner) {
        return new VmView(
                id,
                name,
                "stopped",
                false,
                Optional.empty(),
                Optional.empty(),
                1,
                512L << 20,
                Optional.empty(),
                Optional.empty(),
                owner,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
