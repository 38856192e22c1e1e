package vmconf.compiler.lower;

import java.util.Optional;
import vmconf.compiler.syntax.Word;
import vmconf.plan.Owner;

/// Owners as written: `user`, `user:group`, `:group`, `user:` or a number.
final class Owners {
    private Owners() {}

    static Owner of(Word word) {
        String text = word.text();
        int colon = text.indexOf(':');
        String user = colon < 0 ? text : text.substring(0, colon);
        String group = colon < 0 ? "" : text.substring(colon + 1);
        return new Owner(
                user.isEmpty() ? Owner.ROOT.user() : user,
                group.isEmpty() ? Optional.empty() : Optional.of(group));
    }
}
