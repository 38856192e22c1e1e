package vmconf.compiler.vmd;

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
    static void owner(Lookahead ahead, Report report, Host host) throws Restart {
        if (ahead.peek() == VmConf.INT) {
            ahead.accept();
            return;
        }
        String text = ahead.accept(VmConf.WORD);
        int colon = text.indexOf(':');
        String user = colon < 0 ? text : text.substring(0, colon);
        String group = colon < 0 ? "" : text.substring(colon + 1);
        if (!user.isEmpty() && host.user(user).isEmpty()) {
            report.error("failed to get user: " + user);
            throw Restart.refused();
        }
        if (!group.isEmpty() && host.group(group).isEmpty()) {
            report.error("failed to get group: " + group);
            throw Restart.refused();
        }
    }
}
