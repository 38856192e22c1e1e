package vmconf.runtime.protocol;

import java.util.Optional;

/// Something that is not as it is planned.
///
/// @param between `file` (the configuration file and the plan in force), `process` (the plan and
/// the machine that runs) or `host` (the plan and the host)
/// @param vm absent where it is about no VM
/// @param what it is about, e.g. `memory` or `tap0 bridge`
/// @param planned what the plan in force says
/// @param found what the file says, or what is there
/// @param fix what makes them the same, a command where there is one
public record DriftView(
        String between,
        Optional<String> vm,
        String what,
        String planned,
        String found,
        Optional<String> fix) {}
