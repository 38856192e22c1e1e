package vmconf.compiler.vmd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vmconf.compiler.value.HostNames;
import vmconf.grammar.VmConf;

/// `switch` blocks.
final class SwitchJudge {
    private static final int MAX_RDOMAIN = 255;

    private final Lookahead ahead;
    private final Report report;
    private final Optional<Registration> registration;
    private final List<Placed<SwitchSettings>> read = new ArrayList<>();

    private String interfaceName = "";
    private Optional<String> group = Optional.empty();
    private OptionalInt rdomain = OptionalInt.empty();
    private boolean up;
    private boolean locked;
    private boolean disabled;

    SwitchJudge(Lookahead ahead, Report report, Optional<Registration> registration) {
        this.ahead = ahead;
        this.report = report;
        this.registration = registration;
    }

    /// The switches of all blocks that were right, disabled ones too.
    List<Placed<SwitchSettings>> read() {
        return read;
    }

    void block() throws Restart {
        ahead.accept();
        String name = Strings.joined(ahead);
        interfaceName = "";
        group = Optional.empty();
        rdomain = OptionalInt.empty();
        up = true;
        locked = false;
        disabled = false;
        Block.read(ahead, this::option);
        if (interfaceName.isEmpty()) {
            report.error("switch \"" + name + "\" is missing interface name");
            throw Restart.refused();
        }
        close(new SwitchSettings(name, interfaceName, group, rdomain, up, locked, disabled));
    }

    private void close(SwitchSettings settings) {
        read.add(report.placed(settings));
        if (settings.disabled()) {
            report.debugHere("switch \"" + settings.name() + "\" skipped (disabled)");
        } else if (registration.isPresent()) {
            registration.get().add(settings);
            report.debugHere("switch \"" + settings.name() + "\" registered");
        }
    }

    private void option() throws Restart {
        switch (ahead.peek()) {
            case VmConf.ENABLE, VmConf.DISABLE -> {
                disabled = ahead.peek() == VmConf.DISABLE;
                ahead.accept();
            }
            case VmConf.UP, VmConf.DOWN -> {
                up = ahead.peek() == VmConf.UP;
                ahead.accept();
            }
            case VmConf.GROUP -> group = Optional.of(group(ahead, report));
            case VmConf.INTERFACE -> interfaceName = bridge();
            case VmConf.LOCKED -> {
                ahead.accept();
                ahead.accept(VmConf.LLADDR);
                locked = true;
            }
            case VmConf.RDOMAIN -> rdomain = OptionalInt.of(rdomain(ahead, report));
            default -> throw Restart.syntax();
        }
    }

    private String bridge() throws Restart {
        ahead.accept();
        String name = Strings.joined(ahead);
        if (!HostNames.isBridge(name)) {
            report.error("invalid switch interface: " + name);
            throw Restart.refused();
        }
        if (HostNames.tooLong(name, HostNames.MAX_INTERFACE).isPresent()) {
            report.error("switch interface too long: " + name);
            throw Restart.refused();
        }
        return name;
    }

    static String group(Lookahead ahead, Report report) throws Restart {
        ahead.accept();
        String name = Strings.joined(ahead);
        if (HostNames.group(name).isPresent()) {
            report.error("invalid group name: " + name);
            throw Restart.refused();
        }
        return name;
    }

    static int rdomain(Lookahead ahead, Report report) throws Restart {
        ahead.accept();
        long number = Long.parseLong(ahead.accept(VmConf.INT));
        if (number < 0 || number > MAX_RDOMAIN) {
            report.error("invalid rdomain: " + number);
            throw Restart.refused();
        }
        return (int) number;
    }
}
