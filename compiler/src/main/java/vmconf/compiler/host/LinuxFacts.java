package vmconf.compiler.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;
import vmconf.compiler.vmd.LinuxHost;

/// The facts of a Linux host.
public final class LinuxFacts implements HostFacts {
    private final Path workingDirectory;
    private final LinuxHost accounts;

    /// @param workingDirectory what relative paths are relative to
    public LinuxFacts(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
        this.accounts = new LinuxHost(workingDirectory);
    }

    @Override
    public HostFile file(String path) {
        try {
            Path file = workingDirectory.resolve(path);
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return new HostFile.Special();
            }
            return new HostFile.Regular(
                    String.valueOf(attributes.fileKey()),
                    attributes.size(),
                    Qcow2Reader.read(file));
        } catch (NoSuchFileException | InvalidPathException _) {
            return new HostFile.Missing("no such file");
        } catch (AccessDeniedException _) {
            return new HostFile.Missing("permission denied");
        } catch (IOException _) {
            return new HostFile.Missing("cannot be read");
        }
    }

    @Override
    public boolean hasUser(String name) {
        return accounts.user(name).isPresent();
    }

    @Override
    public boolean hasGroup(String name) {
        return accounts.group(name).isPresent();
    }

    @Override
    public boolean hasInterface(String name) {
        try {
            return Files.exists(Path.of("/sys/class/net", name));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// proc(5): `MemTotal: 16303180 kB`.
    @Override
    public OptionalLong memory() {
        try {
            for (String line :
                    Files.readAllLines(Path.of("/proc/meminfo"), StandardCharsets.US_ASCII)) {
                String[] words = line.split(" +", 3);
                if (words[0].equals("MemTotal:") && words.length > 1) {
                    return OptionalLong.of(Long.parseLong(words[1]) << 10);
                }
            }
        } catch (IOException | NumberFormatException _) {
            // Unknown, as on a system without proc(5).
        }
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong space(String path) {
        try {
            return OptionalLong.of(
                    Files.getFileStore(workingDirectory.resolve(path)).getUsableSpace());
        } catch (IOException | InvalidPathException _) {
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean canUseKvm() {
        Path kvm = Path.of("/dev/kvm");
        return Files.isReadable(kvm) && Files.isWritable(kvm);
    }
}
