package vmconf.runtime.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Plan;
import vmconf.plan.Vm;
import vmconf.runtime.host.Finding;

/// What is written down for the daemon after this one. Everything in it is whole at any moment.
public interface Ledger {
    /// What was known when this daemon started.
    Known known();

    void write(Known known) throws IOException;

    /// Keeps a generation's plan, so that it can be gone back to.
    void keep(Generation generation) throws IOException;

    /// The latest generations, oldest first.
    List<Kept> kept();

    /// The plan of a generation that is kept.
    ///
    /// @throws IOException when it cannot be read any more
    Optional<Plan> plan(int number) throws IOException;

    /// Opens the entry of a guest that is about to start, before anything is taken for it.
    Entry open(Vm vm) throws LaunchException;

    /// The folder that the VM's entry would have.
    Path folder(Vm vm);

    /// Whether it can be written to.
    List<Finding> examine();

    /// Why no entry can be opened for the VM.
    Optional<String> obstacle(Vm vm);

    /// The entries an earlier daemon left open. What cannot be read is told and left alone.
    List<Entry> inherited();
}
