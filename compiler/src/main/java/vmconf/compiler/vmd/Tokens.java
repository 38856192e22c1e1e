package vmconf.compiler.vmd;

import java.util.HashSet;
import java.util.Set;
import vmconf.grammar.VmConf;

/// Sets of token types that decide in vmd's tables.
final class Tokens {
    /// What starts an option of a vm block.
    static final Set<Integer> VM_OPTION =
            Set.of(
                    VmConf.ENABLE,
                    VmConf.DISABLE,
                    VmConf.DISK,
                    VmConf.LOCAL,
                    VmConf.INTERFACE,
                    VmConf.BOOT,
                    VmConf.CDROM,
                    VmConf.INTERFACES,
                    VmConf.MEMORY,
                    VmConf.OWNER,
                    VmConf.ALLOW,
                    VmConf.SEV,
                    VmConf.SEVES);

    /// What starts an option of an interface.
    static final Set<Integer> INTERFACE_OPTION =
            Set.of(
                    VmConf.SWITCH,
                    VmConf.GROUP,
                    VmConf.LOCKED,
                    VmConf.LLADDR,
                    VmConf.RDOMAIN,
                    VmConf.UP,
                    VmConf.DOWN);

    /// What may follow an option of a vm block.
    static final Set<Integer> AFTER_VM_OPTION = union(VM_OPTION, Set.of(VmConf.NL, VmConf.CLOSE));

    /// What may follow an option of an interface.
    static final Set<Integer> AFTER_INTERFACE_OPTION =
            union(AFTER_VM_OPTION, INTERFACE_OPTION, Set.of(VmConf.COMMA));

    /// What may follow a joined string anywhere: the tables have one state for all places.
    static final Set<Integer> AFTER_STRING =
            union(AFTER_INTERFACE_OPTION, Set.of(VmConf.OPEN, VmConf.INSTANCE, VmConf.FORMAT));

    private Tokens() {}

    @SafeVarargs
    private static Set<Integer> union(Set<Integer>... sets) {
        Set<Integer> union = new HashSet<>();
        for (Set<Integer> set : sets) {
            union.addAll(set);
        }
        return Set.copyOf(union);
    }
}
