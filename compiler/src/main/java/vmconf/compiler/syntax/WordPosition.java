package vmconf.compiler.syntax;

import java.util.EnumSet;
import java.util.Set;
import vmconf.grammar.VmConf;

/// Where the next token stands: decides whether a word that only other releases reserve is meant
/// as a keyword there.
final class WordPosition {
    /// Keywords that may stand behind an argument.
    private static final Set<Keyword> BEHIND_ARGUMENT =
            EnumSet.of(
                    Keyword.INSTANCE,
                    Keyword.FORMAT,
                    Keyword.SWITCH,
                    Keyword.GROUP,
                    Keyword.LOCKED,
                    Keyword.LLADDR,
                    Keyword.RDOMAIN,
                    Keyword.UP,
                    Keyword.DOWN,
                    Keyword.CONTEXT,
                    Keyword.PATH);

    private int last = VmConf.NL;
    private int beforeLast = VmConf.NL;

    /// The token behind which the next one stands.
    void pass(int type) {
        beforeLast = last;
        last = type;
    }

    /// The first of its line.
    boolean startsLine() {
        return last == VmConf.NL;
    }

    /// A keyword of that spelling could be meant.
    boolean takes(Keyword keyword) {
        return switch (last) {
            case VmConf.WORD -> BEHIND_ARGUMENT.contains(keyword);
            case VmConf.BOOT -> keyword == Keyword.DEVICE;
            case VmConf.INSTANCE -> beforeLast == VmConf.ALLOW;
            case VmConf.ADD,
                    VmConf.CDROM,
                    VmConf.CONTEXT,
                    VmConf.DISK,
                    VmConf.EFIVARS,
                    VmConf.EQUALS,
                    VmConf.FIRMWARE,
                    VmConf.FORMAT,
                    VmConf.GROUP,
                    VmConf.INCLUDE,
                    VmConf.KERNEL,
                    VmConf.MEMORY,
                    VmConf.OWNER,
                    VmConf.PATH,
                    VmConf.PREFIX,
                    VmConf.SWITCH,
                    VmConf.VM ->
                    false;
            default -> true;
        };
    }
}
