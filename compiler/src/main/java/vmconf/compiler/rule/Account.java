package vmconf.compiler.rule;

import java.util.Optional;
import java.util.Set;
import vmconf.compiler.syntax.Word;

/// An owner by name, as far as it can be judged without asking the host who has which number.
///
/// @param group nothing where none is given
/// @param number the user is given by number
/// @param known it can be read
record Account(String user, Optional<String> group, boolean number, boolean known) {
    static final String ROOT = "root";
    static final Account UNKNOWN = new Account(ROOT, Optional.empty(), false, false);

    private static final Account NONE = new Account(ROOT, Optional.empty(), false, true);

    /// Names of the group with number 0, which stands for the parent's group.
    private static final Set<String> GROUPS_OF_ROOT = Set.of("wheel", "root");

    /// What an `owner` says; root and no group where there is none.
    static Account of(Optional<Word> owner) {
        if (owner.isEmpty()) {
            return NONE;
        }
        Word word = owner.get();
        if (!word.known()) {
            return UNKNOWN;
        }
        String text = word.text();
        if (word.isInteger()) {
            boolean root = text.matches("0+");
            return new Account(root ? ROOT : text, Optional.empty(), !root, true);
        }
        int colon = text.indexOf(':');
        String user = colon < 0 ? text : text.substring(0, colon);
        String group = colon < 0 ? "" : text.substring(colon + 1);
        return new Account(
                user.isEmpty() ? ROOT : user,
                Optional.of(group).filter(name -> !name.isEmpty()),
                false,
                true);
    }

    /// An instance of root belongs to its parent's owner. A name may be that of a number.
    boolean otherUserThan(Account parent) {
        boolean comparable =
                number == parent.number || user.equals(ROOT) || parent.user.equals(ROOT);
        return comparable && !user.equals(ROOT) && !user.equals(parent.user);
    }

    boolean otherGroupThan(Account parent) {
        return group.filter(GROUPS_OF_ROOT::contains).isEmpty() && !group.equals(parent.group);
    }
}
