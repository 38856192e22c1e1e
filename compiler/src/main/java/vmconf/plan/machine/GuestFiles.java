package vmconf.plan.machine;

import java.nio.file.Path;

/// Where QEMU puts what belongs to one guest that runs.
///
/// @param monitor socket of its monitor, which speaks QMP
/// @param console socket of its console
/// @param consoleLog where the console's output is recorded
/// @param pidFile the number of QEMU's process
public record GuestFiles(Path monitor, Path console, Path consoleLog, Path pidFile) {}
