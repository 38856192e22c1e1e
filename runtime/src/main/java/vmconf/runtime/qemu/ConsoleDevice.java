package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import vmconf.plan.Owner;
import vmconf.runtime.console.Console;
import vmconf.runtime.console.Viewer;
import vmconf.runtime.posix.PseudoTerminal;

/// Makes a console reachable as a terminal device that belongs to the VM's owner.
final class ConsoleDevice {
    private ConsoleDevice() {}

    static PseudoTerminal connect(Console console, Owner owner)
            throws IOException, InterruptedException {
        PseudoTerminal terminal = PseudoTerminal.open(typed -> type(console, typed));
        hand(Path.of(terminal.path()), owner);
        console.attach(
                new Viewer() {
                    @Override
                    public void output(byte[] bytes) {
                        terminal.write(bytes);
                    }

                    @Override
                    public void ended() {
                        terminal.close();
                    }
                });
        return terminal;
    }

    private static void type(Console console, byte[] typed) {
        try {
            console.type(typed);
        } catch (IOException e) {
            // the guest has gone, and what is typed to it too
        }
    }

    /// Owner `user:group` may both open it, otherwise the user, and group `tty` may write. A user
    /// the host does not know leaves the device with the daemon's own user.
    private static void hand(Path device, Owner owner) {
        UserPrincipalLookupService accounts =
                FileSystems.getDefault().getUserPrincipalLookupService();
        PosixFileAttributeView view =
                Files.getFileAttributeView(device, PosixFileAttributeView.class);
        try {
            String mode = owner.group().isPresent() ? "rw-rw----" : "rw--w----";
            view.setGroup(accounts.lookupPrincipalByGroupName(owner.group().orElse("tty")));
            view.setOwner(accounts.lookupPrincipalByName(owner.user()));
            view.setPermissions(PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            // stays with the daemon's user
        }
    }
}
