package vmconf.runtime.posix;

/// What others may do with the files that this process, and every process it starts, makes from now
/// on.
public final class CreationMask {
    private static final int OTHERS_AND_GROUP = 077;

    private CreationMask() {}

    /// Nothing, unless a file's mode is said.
    public static void keepToOwner() {
        Posix.C.umask(OTHERS_AND_GROUP);
    }
}
