package vmconf.runtime.console;

/// Someone who watches a console. Both methods are called from the console's own thread and must
/// not wait.
public interface Viewer {
    void output(byte[] bytes);

    /// The guest has ended, nothing more will come.
    void ended();
}
