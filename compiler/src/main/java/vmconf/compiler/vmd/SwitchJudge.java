package vmconf.compiler.vmd;

import vmconf.compiler.value.HostNames;
import vmconf.grammar.VmConf;

/// `switch` blocks.
final class SwitchJudge {
    private static final int MAX_RDOMAIN = 255;

    private final Lookahead ahead;
    private final Report report;
    private boolean named;

    SwitchJudge(Lookahead ahead, Report report) {
        this.ahead = ahead;
        this.report = report;
    }

    void block() throws Restart {
        ahead.accept();
        String name = Strings.joined(ahead);
        named = false;
        Block.read(ahead, this::option);
        if (!named) {
            report.error("switch \"" + name + "\" is missing interface name");
            throw Restart.refused();
        }
    }

    private void option() throws Restart {
        switch (ahead.peek()) {
            case VmConf.ENABLE, VmConf.DISABLE, VmConf.UP, VmConf.DOWN -> ahead.accept();
            case VmConf.GROUP -> group(ahead, report);
            case VmConf.INTERFACE -> bridge();
            case VmConf.LOCKED -> {
                ahead.accept();
                ahead.accept(VmConf.LLADDR);
            }
            case VmConf.RDOMAIN -> rdomain(ahead, report);
            default -> throw Restart.syntax();
        }
    }

    private void bridge() throws Restart {
        ahead.accept();
        String name = Strings.joined(ahead);
        if (HostNames.isBridge(name)) {
            if (HostNames.tooLong(name, HostNames.MAX_INTERFACE).isPresent()) {
                report.error("switch interface too long: " + name);
                throw Restart.refused();
            }
            named = true;
            return;
        }
        report.error("invalid switch interface: " + name);
        throw Restart.refused();
    }

    static void group(Lookahead ahead, Report report) throws Restart {
        ahead.accept();
        String name = Strings.joined(ahead);
        if (HostNames.group(name).isPresent()) {
            report.error("invalid group name: " + name);
            throw Restart.refused();
        }
    }

    static void rdomain(Lookahead ahead, Report report) throws Restart {
        ahead.accept();
        long number = Long.parseLong(ahead.accept(VmConf.INT));
        if (number < 0 || number > MAX_RDOMAIN) {
            report.error("invalid rdomain: " + number);
            throw Restart.refused();
        }
    }
}
