package vmconf.runtime.qemu;

import java.io.IOException;
import java.util.List;
import vmconf.plan.machine.Arguments;
import vmconf.plan.machine.Blueprint;
import vmconf.runtime.host.Mark;
import vmconf.runtime.supervise.Entry;
import vmconf.runtime.supervise.LaunchException;

/// How a machine comes to its state before it is let go.
interface Filling {
    /// Of a machine that starts by itself.
    Filling NONE =
            new Filling() {
                @Override
                public List<String> arguments(Blueprint plan, RunFolder folder) {
                    return Arguments.of(plan);
                }

                @Override
                public void fill(Qmp qmp, QemuProcess qemu) {}

                @Override
                public void noted() {
                    Mark.QEMU_NOTED.pass();
                }

                @Override
                public void letGo(Entry entry) {
                    Mark.GUEST_LET_GO.pass();
                }
            };

    /// QEMU's, for a machine that comes to its state in this way.
    List<String> arguments(Blueprint plan, RunFolder folder);

    /// Gives the machine its state.
    void fill(Qmp qmp, QemuProcess qemu) throws LaunchException, IOException;

    /// The process is noted.
    void noted();

    /// The guest executes.
    void letGo(Entry entry) throws IOException;
}
