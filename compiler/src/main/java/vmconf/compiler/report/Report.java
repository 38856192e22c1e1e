package vmconf.compiler.report;

/// Findings of several files, written as they come.
public interface Report {
    /// Writes what came of a file. Files come in the order in which the user named them.
    void add(Checked file);

    /// Writes what follows the last file. Nothing may be added after it.
    void end();
}
