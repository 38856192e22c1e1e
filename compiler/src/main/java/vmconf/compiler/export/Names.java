package vmconf.compiler.export;

/// Names that can be those of files, and that a shell takes as they are.
public final class Names {
    private Names() {}

    /// Letters, digits, `.`, `-` and `_`, the first one a letter, a digit or `_`; what vm.conf
    /// allows for VMs.
    public static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.charAt(0) != '.'
                && name.charAt(0) != '-'
                && name.chars().allMatch(Names::isPlain);
    }

    /// Whether the character may be in such a name.
    public static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }
}
