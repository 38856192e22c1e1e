package vmconf.compiler.vmd;

/// How vmd is run.
///
/// @param load what is read is registered, too, as when vmd starts; else `vmd -n`
/// @param debug its debug lines are wanted, as with `-vv`
public record Mode(boolean load, boolean debug) {
    /// `vmd -n`.
    public static final Mode CHECK = new Mode(false, false);
}
