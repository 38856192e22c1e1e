package vmconf.runtime.vmctl;

/// What vmctl answers by itself, not the daemon (`docs/vmctl.schema.json`).
sealed interface OwnAnswer {
    /// An image was made.
    ///
    /// @param image absolute path
    /// @param format `raw` or `qcow2`
    /// @param size bytes of the disk that a guest sees
    record Created(String image, String format, long size) implements OwnAnswer {}

    /// The state of a VM was written.
    ///
    /// @param file absolute path
    record Dumped(int id, String file) implements OwnAnswer {}
}
