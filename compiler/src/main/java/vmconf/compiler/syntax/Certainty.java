package vmconf.compiler.syntax;

/// How sure it is in which releases something holds.
public enum Certainty {
    /// A release's parser or manual says so.
    SEEN,
    /// The date of a commit or of a test says so.
    DATED,
    /// Concluded from versions before and after; the release is about right.
    CONCLUDED
}
