package vmconf.runtime.vmctl;

/// The word that names a VM: a number is an id, everything else a name.
final class VmArgument {
    private static final int LONGEST_NAME = 63;

    private static final long LARGEST_ID = 0xffff_ffffL;

    private VmArgument() {}

    /// Whether it is an id and not a name.
    static boolean isNumber(String word) {
        return word.matches("[0-9]{1,18}") && Long.parseLong(word) <= LARGEST_ID;
    }

    static String check(String word) throws Complaint {
        if (word.isEmpty() || word.startsWith("-")) {
            throw Complaint.named("invalid id: " + word);
        }
        if (word.length() > LONGEST_NAME) {
            throw new Complaint("vmctl: name too long\nvmctl: invalid id: " + word);
        }
        return word;
    }
}
