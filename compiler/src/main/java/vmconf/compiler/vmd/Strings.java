package vmconf.compiler.vmd;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import vmconf.grammar.VmConf;

/// Arguments that several statements take.
final class Strings {
    private Strings() {}

    /// Adjacent words, joined. The token behind them has been read.
    static String joined(Lookahead ahead) throws Restart {
        StringBuilder text = new StringBuilder(ahead.accept(VmConf.WORD));
        while (ahead.peek() == VmConf.WORD) {
            text.append(ahead.accept());
        }
        ahead.require(Tokens.AFTER_STRING);
        return text.toString();
    }

    /// A user and group; names are looked up at once.
    static Account owner(Lookahead ahead, Report report, Host host) throws Restart {
        if (ahead.peek() == VmConf.INT) {
            return Account.ofUser(Long.parseLong(ahead.accept()));
        }
        String text = ahead.accept(VmConf.WORD);
        int colon = text.indexOf(':');
        String user = colon < 0 ? text : text.substring(0, colon);
        String group = colon < 0 ? "" : text.substring(colon + 1);
        OptionalLong uid = user.isEmpty() ? OptionalLong.of(0) : host.user(user);
        if (uid.isEmpty()) {
            report.error("failed to get user: " + user);
            throw Restart.refused();
        }
        OptionalLong gid = group.isEmpty() ? OptionalLong.of(Account.NO_GROUP) : host.group(group);
        if (gid.isEmpty()) {
            report.error("failed to get group: " + group);
            throw Restart.refused();
        }
        return new Account(uid.getAsLong(), gid.getAsLong());
    }

    /// The whole characters among the first bytes of a text.
    static String start(String text, int bytes) {
        int at = 0;
        int room = bytes;
        while (at < text.length()) {
            int next = text.offsetByCodePoints(at, 1);
            room -= text.substring(at, next).getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            at = next;
        }
        return text.substring(0, at);
    }
}
