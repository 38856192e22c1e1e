package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vmconf.plan.Owner;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.posix.PseudoTerminal;

/// Whose a console's device is.
class ConsoleDeviceTest {
    private static final Accounts ACCOUNTS = Accounts.ofHost();

    @BeforeEach
    void root() {
        assumeTrue(Accounts.isRoot(), "only root can give a device away");
        assumeTrue(ACCOUNTS.hasUser("daemon") && ACCOUNTS.hasGroup("tty"), "no such accounts");
    }

    @Test
    void theOwnersGroupMayUseIt() throws Exception {
        assertThat(handed(new Owner("daemon", Optional.of("daemon"))))
                .isEqualTo("daemon daemon rw-rw----");
    }

    @Test
    void withoutAGroupTtyMayWrite() throws Exception {
        assertThat(handed(new Owner("daemon", Optional.empty()))).isEqualTo("daemon tty rw--w----");
    }

    @Test
    void anUnknownGroupHasNoPart() throws Exception {
        assertThat(handed(new Owner("daemon", Optional.of("no-such-group"))))
                .isEqualTo("daemon root rw-------");
    }

    @Test
    void anUnknownUserHasNone() throws Exception {
        assertThat(handed(new Owner("no-such-user", Optional.of("daemon"))))
                .isEqualTo("root daemon rw-rw----");
    }

    /// Owner, group and permissions.
    private static String handed(Owner owner) throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open(_ -> {})) {
            Path device = Path.of(terminal.path());
            ConsoleDevice.hand(device, owner);
            PosixFileAttributes attributes =
                    Files.readAttributes(device, PosixFileAttributes.class);
            return "%s %s %s"
                    .formatted(
                            attributes.owner(),
                            attributes.group(),
                            PosixFilePermissions.toString(attributes.permissions()));
        }
    }
}
