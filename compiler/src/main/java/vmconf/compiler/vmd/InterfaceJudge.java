package vmconf.compiler.vmd;

import vmconf.compiler.value.HostNames;
import vmconf.compiler.value.MacAddress;
import vmconf.grammar.VmConf;

/// `interface` in a `vm` block.
final class InterfaceJudge {
    private static final int MOST = 4;

    private final Lookahead ahead;
    private final Report report;
    private int count;

    InterfaceJudge(Lookahead ahead, Report report) {
        this.ahead = ahead;
        this.report = report;
    }

    void startBlock() {
        count = 0;
    }

    void option() throws Restart {
        if (ahead.peek() == VmConf.LOCAL) {
            ahead.accept();
        }
        ahead.accept(VmConf.INTERFACE);
        boolean named = ahead.peek() == VmConf.WORD;
        String name = named ? ahead.accept() : "";
        options();
        if (++count > MOST) {
            report.error("too many interfaces: " + count);
            throw Restart.refused();
        }
        if (named && !HostNames.isTap(name)) {
            report.error("invalid interface: " + name);
            throw Restart.refused();
        }
        if (named && HostNames.tooLong(name, HostNames.MAX_INTERFACE).isPresent()) {
            report.error("interface name too long: " + name);
            throw Restart.refused();
        }
    }

    private void options() throws Restart {
        if (ahead.peek() == VmConf.OPEN) {
            ahead.accept();
            ahead.skipNewlines();
            do {
                linkOption();
                ahead.skipNewlines();
            } while (ahead.peek() != VmConf.CLOSE);
            ahead.accept();
            return;
        }
        if (Tokens.INTERFACE_OPTION.contains(ahead.peek())) {
            linkOption();
            while (Tokens.INTERFACE_OPTION.contains(ahead.peek())) {
                linkOption();
                if (ahead.peek() == VmConf.COMMA) {
                    ahead.accept();
                }
            }
        }
        ahead.require(Tokens.AFTER_VM_OPTION);
    }

    private void linkOption() throws Restart {
        switch (ahead.peek()) {
            case VmConf.SWITCH -> {
                ahead.accept();
                String name = Strings.joined(ahead);
                if (HostNames.tooLong(name, HostNames.MAX_NAME).isPresent()) {
                    report.error("switch name too long: " + name);
                    throw Restart.refused();
                }
            }
            case VmConf.GROUP -> SwitchJudge.group(ahead, report);
            case VmConf.LOCKED, VmConf.LLADDR -> lladdr();
            case VmConf.RDOMAIN -> SwitchJudge.rdomain(ahead, report);
            case VmConf.UP, VmConf.DOWN -> ahead.accept();
            default -> throw Restart.syntax();
        }
    }

    private void lladdr() throws Restart {
        if (ahead.peek() == VmConf.LOCKED) {
            ahead.accept();
        }
        ahead.accept(VmConf.LLADDR);
        if (ahead.peek() != VmConf.WORD) {
            ahead.require(Tokens.AFTER_INTERFACE_OPTION);
            return;
        }
        String address = ahead.accept();
        if (MacAddress.parse(address).refusal().isPresent()) {
            // The message itself ends in a new line.
            report.error("invalid address: " + address + "\n");
            throw Restart.refused();
        }
    }
}
