package vmconf.source;

/// Where the text of included files comes from.
public interface Sources {
    /// Reads a file that an `include` names.
    ///
    /// @param path as written; relative paths are relative to the working directory, as in vmd
    Answer read(String path);

    /// What came of reading a file.
    sealed interface Answer {
        /// The file's text.
        record Found(SourceFile file) implements Answer {}

        /// It cannot be read; the reason is a phrase such as `no such file`.
        record Refused(String reason) implements Answer {}
    }

    /// Knows no file at all.
    static Sources none() {
        return path -> new Answer.Refused("no such file");
    }
}
