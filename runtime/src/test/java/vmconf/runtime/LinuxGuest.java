package vmconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmconf.runtime.vmctl.InProcess;

/// A Linux guest that runs, and its shell.
///
/// @param name of the VM
record LinuxGuest(EndToEnd vmd, String name) {
    /// The kernel to boot, with companions; made once and kept in the build folder.
    static Path kernel() throws IOException, InterruptedException {
        Path made = LinuxImages.made();
        Path initrd = made.resolve("vmlinux.initrd");
        if (!Files.exists(initrd)) {
            Files.createSymbolicLink(initrd, Path.of("initramfs.cpio.gz"));
        }
        Files.writeString(made.resolve("vmlinux.cmdline"), "console=ttyS0 quiet\n");
        return made.resolve("vmlinux");
    }

    /// Waits until it has said something on its console.
    void awaitSaid(String text) {
        Wait.until(name + " says: " + text, () -> vmd.console(name).contains(text));
    }

    /// Has its shell run a command of at most some 60 characters.
    ///
    /// @return how that ended, and what it printed
    EndToEnd.Ran run(String command) throws IOException {
        int before = vmd.console(name).length();
        Pattern end = Pattern.compile("<([0-9]+)%d>".formatted(before));
        String line = "%s; echo \"<$?%d>\"\r".formatted(command, before);
        Wait.until(
                "%s has run: %s".formatted(name, command),
                () -> {
                    if (vmd.console(name).length() == before) {
                        InProcess.vmctl(vmd.socket(), line, "console", name);
                    }
                    return end.matcher(vmd.console(name)).find(before);
                });
        String console = vmd.console(name);
        Matcher found = end.matcher(console);
        if (!found.find(before)) {
            throw new IllegalStateException(console);
        }
        int status = Integer.parseInt(found.group(1));
        return new EndToEnd.Ran(status, console.substring(before, found.start()), "");
    }

    /// Whether something answers its ping within a few seconds.
    boolean reaches(String address) throws IOException {
        return run("ping -c1 -W2 " + address).status() == 0;
    }
}
