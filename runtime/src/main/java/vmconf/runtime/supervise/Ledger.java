package vmconf.runtime.supervise;

import java.io.IOException;
import java.util.List;
import vmconf.plan.Vm;

/// What is written down for the daemon after this one. Everything in it is whole at any moment.
public interface Ledger {
    /// What was known when this daemon started.
    Known known();

    void write(Known known) throws IOException;

    /// Opens the entry of a guest that is about to start, before anything is taken for it.
    Entry open(Vm vm) throws LaunchException;

    /// The entries an earlier daemon left open. What cannot be read is told and left alone.
    List<Entry> inherited();
}
