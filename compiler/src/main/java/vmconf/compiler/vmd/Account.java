package vmconf.compiler.vmd;

/// A user and a group, by number.
///
/// @param uid 0 to 2^32 - 1; 0 is root and also what vmd takes for "none given"
/// @param gid [#NO_GROUP], or 0 to 2^32 - 1
record Account(long uid, long gid) {
    static final long NO_GROUP = -1;

    /// Owner of a VM whose block names none.
    static final Account UNOWNED = new Account(0, NO_GROUP);

    /// Owner of instances and of the control socket when none is named.
    static final Account ZERO = new Account(0, 0);

    /// A user given as a number, of which vmd keeps 32 bits.
    static Account ofUser(long number) {
        return new Account(number & 0xffffffffL, NO_GROUP);
    }
}
