package vmconf.plan.machine;

import java.nio.file.Path;
import java.util.Optional;

/// The firmware of a VM that is started by UEFI.
///
/// @param code shared by all VMs, only read
/// @param variables the VM's own file, written by the firmware
/// @param template what the variables begin with; absent when the file is there
public record Uefi(Path code, Path variables, Optional<Path> template) {
    /// Where Debian's package ovmf has the code.
    public static final Path CODE = Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd");

    /// Where it has what new variables begin with.
    public static final Path VARIABLES = Path.of("/usr/share/OVMF/OVMF_VARS_4M.fd");
}
