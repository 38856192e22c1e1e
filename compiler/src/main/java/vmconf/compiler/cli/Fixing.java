package vmconf.compiler.cli;

/// Which fixes `vmconf check` makes.
enum Fixing {
    /// None; findings say that there are fixes.
    NONE,
    /// Those that keep what a file was meant to say.
    SAFE,
    /// The guesses too.
    ALL
}
