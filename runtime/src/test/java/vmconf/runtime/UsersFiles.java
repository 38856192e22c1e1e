package vmconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import vmconf.runtime.qemu.Binary;

/// Disk images of several owners and modes, and what only looks like one. `acl.img` and
/// `frozen/f.img` are there where the machine can make them.
final class UsersFiles implements AutoCloseable {
    private final Path folder;

    UsersFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void make() throws IOException, InterruptedException {
        mode(Files.createDirectory(folder), "rwxrwxrwx");
        makeImages();
        makeLinks();
        makeOthers();
        makeOverlays();
        makeListed();
        makeFrozen();
    }

    private void makeImages() throws IOException, InterruptedException {
        image(file("mine.img"), HostUsers.OWNER, "rw-------");
        image(file("readonly.img"), HostUsers.OWNER, "r--------");
        image(file("notowner.img"), HostUsers.OWNER, "---rw-rw-");
        image(file("roots.img"), "root", "rw-------");
        image(file("crew.img"), "root:" + HostUsers.CREW, "rw-rw----");
        image(file("sock.img"), "root:" + HostUsers.SOCKET, "rw-rw----");
        image(file("rom"), HostUsers.OWNER, "r--------");
    }

    private void makeLinks() throws IOException {
        link("link.img", "roots.img");
        link("goodlink.img", "mine.img");
        link("device", "/dev/null");
        link("self", "/proc/self/exe");
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(file(name), Path.of(target));
    }

    private void makeOthers() throws IOException, InterruptedException {
        Path secret = Files.createDirectory(file("secret"));
        image(secret.resolve("all.img"), "root", "rw-rw-rw-");
        mode(secret, "rwx------");
        mode(Files.createDirectory(file("folder")), "rwxrwxrwx");
        HostUsers.run("mkfifo", "-m", "666", file("pipe").toString());
        mode(Files.write(file("kernel"), new byte[] {0x7f, 'E', 'L', 'F'}), "rw-r--r--");
        link("kernel.initrd", "roots.img");
    }

    private void makeOverlays() throws IOException, InterruptedException {
        qcow2("chain.qcow2", "-F", "raw", "-b", "mine.img");
        qcow2("badchain.qcow2", "-F", "raw", "-b", file("roots.img").toString());
        qcow2("elsewhere.qcow2", "-o", "size=1M,data_file=" + file("data"));
    }

    /// Root's, but for an entry of its access control list.
    private void makeListed() throws IOException, InterruptedException {
        if (new Binary("setfacl", "/usr/sbin:" + System.getenv("PATH")).present()) {
            Path file = image(file("acl.img"), "root", "rw-------");
            HostUsers.run("setfacl", "-m", "u:" + HostUsers.OWNER + ":rw", file.toString());
        }
    }

    /// A folder that is mounted for reading only.
    private void makeFrozen() throws IOException, InterruptedException {
        Path frozen = Files.createDirectory(file("frozen"));
        if (HostUsers.quietly("mount", "-t", "tmpfs", "vmct", frozen.toString())) {
            image(frozen.resolve("f.img"), HostUsers.OWNER, "rw-------");
            HostUsers.run("mount", "-o", "remount,ro,mode=755", frozen.toString());
        }
    }

    private void qcow2(String name, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("qemu-img", "create", "-q", "-f", "qcow2"));
        command.addAll(List.of(options));
        command.add(file(name).toString());
        HostUsers.run(command.toArray(String[]::new));
        HostUsers.run("chown", HostUsers.OWNER, file(name).toString());
    }

    /// A copy of the guest that greets.
    static Path image(Path file, String owner, String mode)
            throws IOException, InterruptedException {
        Files.copy(EndToEnd.guests().resolve("hello/hello.img"), file);
        HostUsers.run("chown", owner, file.toString());
        return mode(file, mode);
    }

    static Path mode(Path file, String mode) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Override
    public void close() throws IOException {
        try {
            HostUsers.quietly("umount", file("frozen").toString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
