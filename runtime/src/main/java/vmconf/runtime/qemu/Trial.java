package vmconf.runtime.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmconf.plan.machine.Arguments;
import vmconf.plan.machine.Blueprint;
import vmconf.runtime.host.Programs;

/// Makes a guest's machine and ends it before it executes anything: what QEMU refuses it says
/// then. Images are opened as for a snapshot, so nothing is written to them.
record Trial(Path program, Blueprint blueprint) {
    private static final String END =
            """
            {"execute":"qmp_capabilities"}
            {"execute":"quit"}
            """;

    /// What QEMU complains of; empty when it would start.
    Optional<String> complaint() {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(Arguments.ofTrial(blueprint));
        try {
            Programs.Ran ran = Programs.run(END, command);
            return ran.status() == 0 ? Optional.empty() : Optional.of(reason(ran));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static String reason(Programs.Ran ran) {
        return ran.errors()
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((_, last) -> last)
                .map(RunFolder::withoutProgram)
                .orElse("exited with status " + ran.status());
    }
}
