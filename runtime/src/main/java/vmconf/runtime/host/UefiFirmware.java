package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Firmware;
import vmconf.plan.Vm;
import vmconf.plan.machine.Uefi;

/// UEFI firmware as distributions install it, and where VMs keep its variables.
///
/// @param known those that are looked for, the best first
/// @param store folder for the variables of VMs that name no file
public record UefiFirmware(List<Pair> known, Path store) {
    private static final String MISSING = "firmware uefi needs OVMF; install the package ovmf";

    /// The places of Debian, Fedora and Arch. Without secure boot, whose keys nobody has asked for.
    private static final List<Pair> USUAL =
            List.of(
                    new Pair(Uefi.CODE, Uefi.VARIABLES),
                    pair("/usr/share/edk2/x64/", "OVMF_CODE.4m.fd", "OVMF_VARS.4m.fd"),
                    pair("/usr/share/edk2/ovmf/", "OVMF_CODE.fd", "OVMF_VARS.fd"),
                    pair("/usr/share/OVMF/", "OVMF_CODE.fd", "OVMF_VARS.fd"));

    /// A firmware in two parts.
    ///
    /// @param code only read
    /// @param variables what a new file of variables begins with
    public record Pair(Path code, Path variables) {
        boolean isThere() {
            return Files.isReadable(code) && Files.isReadable(variables);
        }

        /// The code knows its variables by where they lie, so they have the size of its template.
        boolean takes(Path file) throws IOException {
            return Files.size(file) == Files.size(variables);
        }
    }

    public UefiFirmware {
        known = List.copyOf(known);
    }

    /// That of this host.
    ///
    /// @param state the daemon's folder
    public static UefiFirmware ofHost(Path state) {
        return new UefiFirmware(USUAL, state.resolve("efivars"));
    }

    private static Pair pair(String folder, String code, String variables) {
        return new Pair(Path.of(folder, code), Path.of(folder, variables));
    }

    /// Where the VM keeps its variables; absent without UEFI.
    Optional<Path> variables(Vm vm) {
        if (vm.boot().firmware() != Firmware.UEFI) {
            return Optional.empty();
        }
        return Optional.of(
                vm.boot()
                        .efivars()
                        .map(Path::of)
                        .orElseGet(() -> store.resolve(vm.name() + ".fd"))
                        .toAbsolutePath());
    }

    /// What the VM is started with; absent without UEFI.
    ///
    /// @throws MediaException when there is no firmware, or none that takes the VM's variables
    Optional<Uefi> of(Vm vm) throws IOException, MediaException {
        Optional<Path> file = variables(vm);
        return file.isEmpty() ? Optional.empty() : Optional.of(of(file.get()));
    }

    private Uefi of(Path variables) throws IOException, MediaException {
        List<Pair> there = known.stream().filter(Pair::isThere).toList();
        if (there.isEmpty()) {
            throw new MediaException(MISSING);
        }
        if (!Files.exists(variables)) {
            place(variables);
            Pair best = there.getFirst();
            return new Uefi(best.code(), variables, Optional.of(best.variables()));
        }
        check(variables);
        for (Pair each : there) {
            if (each.takes(variables)) {
                return new Uefi(each.code(), variables, Optional.empty());
            }
        }
        throw new MediaException(
                "efivars %s: no variables of the firmware that is installed; move the file away to begin anew"
                        .formatted(variables));
    }

    private static void check(Path variables) throws MediaException {
        if (!Files.isRegularFile(variables)) {
            throw new MediaException("efivars %s: not a regular file".formatted(variables));
        }
        if (!Files.isReadable(variables) || !Files.isWritable(variables)) {
            throw new MediaException("efivars %s: Permission denied".formatted(variables));
        }
    }

    /// The daemon makes its own folder itself.
    private void place(Path variables) throws MediaException {
        Path folder = variables.getParent();
        if (!store.equals(folder) && (folder == null || !Files.isDirectory(folder))) {
            throw new MediaException(
                    "efivars %s: No such file or directory; make the folder %s"
                            .formatted(variables, folder));
        }
    }

    /// Makes the file of variables where it is not there yet, whole or not at all.
    static void make(Uefi uefi) throws MediaException {
        if (uefi.template().isEmpty()) {
            return;
        }
        Path file = uefi.variables();
        try {
            Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("/"));
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Path half = Files.createTempFile(folder, ".efivars", "");
            try {
                Files.copy(uefi.template().get(), half, StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
                Files.createLink(file, half);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (FileAlreadyExistsException e) {
            // somebody was quicker
        } catch (IOException e) {
            throw new MediaException("efivars %s: %s".formatted(file, e.getMessage()));
        }
    }
}
