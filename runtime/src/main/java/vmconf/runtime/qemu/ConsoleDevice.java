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

    /// Owner `user:group` may both open it; else the user, and group `tty` may write to it, or
    /// where there is none nobody. What the daemon may not do, or the host does not know, stays as
    /// it is. The kernel removes the device with its master, so nobody has to get it back.
    static void hand(Path device, Owner owner) {
        UserPrincipalLookupService accounts =
                FileSystems.getDefault().getUserPrincipalLookupService();
        PosixFileAttributeView view =
                Files.getFileAttributeView(device, PosixFileAttributeView.class);
        String group = owner.group().orElse("tty");
        String mode = owner.group().isPresent() ? "rw-rw----" : "rw--w----";
        boolean handed = tried(() -> view.setGroup(accounts.lookupPrincipalByGroupName(group)));
        if (!handed) {
            tried(() -> view.setGroup(accounts.lookupPrincipalByGroupName("0")));
        }
        String permissions = handed ? mode : "rw-------";
        tried(() -> view.setOwner(accounts.lookupPrincipalByName(owner.user())));
        tried(() -> view.setPermissions(PosixFilePermissions.fromString(permissions)));
    }

    private interface Handing {
        void to() throws IOException;
    }

    private static boolean tried(Handing handing) {
        try {
            handing.to();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
