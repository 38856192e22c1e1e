package vmconf.lsp.workspace;

/// Told how far a longer work has come.
@FunctionalInterface
public interface Progress {
    /// Tells nobody.
    Progress NONE = (_, _) -> {};

    /// @param done how many of the roots have been read
    /// @param all how many there are
    void step(int done, int all);
}
