package vmconf.compiler.rule;

import java.util.ArrayList;
import java.util.List;
import vmconf.compiler.expand.Config;
import vmconf.compiler.syntax.Directive;
import vmconf.compiler.syntax.Word;

/// The users and groups that a file names.
final class Accounts {
    private Accounts() {}

    /// Every user and group, written `user`, `user:group` or `:group`; numbers of users too.
    static List<Word> all(Config config) {
        List<Word> owners = new ArrayList<>();
        for (Directive.SocketOwner each : config.all(Directive.SocketOwner.class).toList()) {
            add(each.owner(), owners);
        }
        for (Directive.Owner each : config.ofVms(Directive.Owner.class).toList()) {
            add(each.owner(), owners);
        }
        for (Directive.AllowInstance each : config.ofVms(Directive.AllowInstance.class).toList()) {
            for (Directive.InInstanceFlag flag : each.flags()) {
                if (flag instanceof Directive.AllowOwner owner) {
                    add(owner.owner(), owners);
                }
            }
        }
        return owners;
    }

    private static void add(Word owner, List<Word> owners) {
        if (owner.known()) {
            owners.add(owner);
        }
    }

    /// The user's name, empty where there is none.
    static String user(String owner) {
        int colon = owner.indexOf(':');
        return colon < 0 ? owner : owner.substring(0, colon);
    }

    /// The group's name, empty where there is none.
    static String group(String owner) {
        return owner.substring(Math.min(user(owner).length() + 1, owner.length()));
    }
}
