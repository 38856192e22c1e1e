package vmconf.compiler.vmd;

import java.util.Optional;
import vmconf.compiler.value.HostNames;
import vmconf.compiler.value.MacAddress;
import vmconf.grammar.VmConf;

/// `interface` in a `vm` block.
final class InterfaceJudge {
    private static final int MOST = 4;

    private final Lookahead ahead;
    private final Report report;
    private NicDraft nic = new NicDraft();

    InterfaceJudge(Lookahead ahead, Report report) {
        this.ahead = ahead;
        this.report = report;
    }

    /// @param before interfaces that the block already has
    Nic option(int before) throws Restart {
        nic = new NicDraft();
        boolean local = ahead.peek() == VmConf.LOCAL;
        if (local) {
            ahead.accept();
        }
        ahead.accept(VmConf.INTERFACE);
        Optional<String> name =
                ahead.peek() == VmConf.WORD ? Optional.of(ahead.accept()) : Optional.empty();
        options();
        if (before >= MOST) {
            report.error("too many interfaces: " + (before + 1));
            throw Restart.refused();
        }
        if (name.isPresent()) {
            tap(name.get());
        }
        return nic.nic(name, local);
    }

    private void tap(String name) throws Restart {
        if (!HostNames.isTap(name)) {
            report.error("invalid interface: " + name);
            throw Restart.refused();
        }
        if (HostNames.tooLong(name, HostNames.MAX_INTERFACE).isPresent()) {
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
                nic.join(name);
            }
            case VmConf.GROUP -> nic.group(SwitchJudge.group(ahead, report));
            case VmConf.LOCKED, VmConf.LLADDR -> lladdr();
            case VmConf.RDOMAIN -> nic.rdomain(SwitchJudge.rdomain(ahead, report));
            case VmConf.UP, VmConf.DOWN -> {
                nic.up(ahead.peek() == VmConf.UP);
                ahead.accept();
            }
            default -> throw Restart.syntax();
        }
    }

    private void lladdr() throws Restart {
        boolean locked = ahead.peek() == VmConf.LOCKED;
        if (locked) {
            ahead.accept();
        }
        ahead.accept(VmConf.LLADDR);
        MacAddress address = address();
        nic.lladdr(address);
        if (locked) {
            nic.lock();
        }
    }

    private MacAddress address() throws Restart {
        if (ahead.peek() != VmConf.WORD) {
            ahead.require(Tokens.AFTER_INTERFACE_OPTION);
            return MacAddress.ZERO;
        }
        String text = ahead.accept();
        Optional<MacAddress> address = MacAddress.parse(text).value();
        if (address.isEmpty()) {
            // The message itself ends in a new line.
            report.error("invalid address: " + text + "\n");
            throw Restart.refused();
        }
        return address.get();
    }
}
