package vmconf.compiler.vmd;

import java.util.Optional;
import java.util.Set;
import vmconf.compiler.value.HostNames;
import vmconf.compiler.value.Ipv4Prefix;
import vmconf.compiler.value.Ipv6Prefix;
import vmconf.compiler.value.LocalAddresses;
import vmconf.compiler.value.PrefixRefusal;
import vmconf.grammar.VmConf;

/// The settings of the top level. A value is set as soon as vmd's parser has its last word, even if
/// the rest of the line is wrong.
final class GlobalJudge {
    private static final int MAX_CONTEXT = 32;
    private static final int MAX_AGENTX_PATH = 103;
    private static final String MASTER_PATH = "/var/agentx/master";

    private final Lookahead ahead;
    private final Report report;
    private final Host host;

    private Ipv4Prefix prefix = LocalAddresses.DEFAULT_PREFIX;
    private boolean inet6;
    private Optional<Ipv6Prefix> prefix6 = Optional.empty();
    private Account socketOwner = Account.ZERO;
    private Optional<Globals.Staggered> staggered = Optional.empty();
    private boolean agentx;
    private String context = "";
    private String path = "";

    GlobalJudge(Lookahead ahead, Report report, Host host) {
        this.ahead = ahead;
        this.report = report;
        this.host = host;
    }

    Globals globals() {
        return new Globals(
                prefix,
                inet6,
                prefix6,
                socketOwner,
                staggered,
                agentx ? Optional.of(new Globals.Agentx(context, path)) : Optional.empty());
    }

    void local() throws Restart {
        ahead.accept();
        switch (ahead.peek()) {
            case VmConf.INET6 -> {
                ahead.accept();
                if (ahead.peek() == VmConf.PREFIX) {
                    ahead.accept();
                    String word = ahead.accept(VmConf.WORD);
                    refuse("inet6 ", Ipv6Prefix.judge(word, true));
                    prefix6 = Ipv6Prefix.parse(word, true).value();
                } else {
                    ahead.require(Set.of(VmConf.NL));
                }
                inet6 = true;
            }
            case VmConf.PREFIX -> {
                ahead.accept();
                String word = ahead.accept(VmConf.WORD);
                refuse("", Ipv4Prefix.judge(word, true));
                prefix = Ipv4Prefix.parse(word, true).value().orElse(prefix);
            }
            default -> throw Restart.syntax();
        }
    }

    private void refuse(String family, Optional<PrefixRefusal> refusal) throws Restart {
        if (refusal.isPresent()) {
            report.error("invalid local " + family + "prefix: " + refusal.get().vmdWords());
            throw Restart.refused();
        }
    }

    void socket() throws Restart {
        ahead.accept();
        ahead.accept(VmConf.OWNER);
        Account owner = Strings.owner(ahead, report, host);
        long gid = owner.gid() == Account.NO_GROUP ? 0 : owner.gid();
        socketOwner = new Account(owner.uid(), gid);
    }

    void agentx() throws Restart {
        ahead.accept();
        agentx = true;
        while (ahead.peek() == VmConf.CONTEXT || ahead.peek() == VmConf.PATH) {
            boolean named = ahead.peek() == VmConf.CONTEXT;
            ahead.accept();
            String value = ahead.accept(VmConf.WORD);
            if (named) {
                context = Strings.start(value, MAX_CONTEXT);
                limit(value, "context", MAX_CONTEXT);
            } else {
                path = Strings.start(value, MAX_AGENTX_PATH);
                limit(value, "path", MAX_AGENTX_PATH);
                absolute(value);
            }
        }
        ahead.require(Set.of(VmConf.NL));
        path = path.isEmpty() ? MASTER_PATH : path;
    }

    private void limit(String value, String what, int most) throws Restart {
        if (HostNames.tooLong(value, most).isPresent()) {
            report.error("agentx " + what + " too large");
            throw Restart.refused();
        }
    }

    private void absolute(String value) throws Restart {
        if (!value.startsWith("/")) {
            report.error("agentx path is not absolute");
            throw Restart.refused();
        }
    }

    void staggered() throws Restart {
        ahead.accept();
        ahead.accept(VmConf.START);
        ahead.accept(VmConf.PARALLEL);
        long parallel = Long.parseLong(ahead.accept(VmConf.INT));
        ahead.accept(VmConf.DELAY);
        long delay = Long.parseLong(ahead.accept(VmConf.INT));
        staggered = Optional.of(new Globals.Staggered((int) parallel, delay));
    }
}
