package vmconf.runtime.network;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vmconf.plan.machine.TapCommands;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Mark;

/// Makes taps, and takes each away when its lease is closed.
final class Taps {
    private static final int MOST = 256;

    private final Commands commands;
    private final Links links;
    private final Log log;

    Taps(Commands commands, Links links, Log log) {
        this.commands = commands;
        this.links = links;
        this.log = log;
    }

    /// Told a tap's name before it is made.
    interface Intent {
        void of(String name) throws NetworkException;
    }

    /// Makes the tap `wanted`, or for plain `tap` the first free one of tap0 to tap255.
    String make(String wanted, Intent intent, Leases leases) throws NetworkException {
        if (!wanted.equals("tap")) {
            if (links.exists(wanted)) {
                throw new NetworkException("interface %s exists already".formatted(wanted));
            }
            return add(wanted, intent, leases);
        }
        List<String> free =
                IntStream.range(0, MOST)
                        .mapToObj(number -> "tap" + number)
                        .filter(name -> !links.exists(name))
                        .toList();
        for (String name : free) {
            try {
                return add(name, intent, leases);
            } catch (NetworkException e) {
                if (!links.exists(name)) {
                    throw e;
                }
                // another VM was faster: the next number
            }
        }
        throw new NetworkException("no free tap: all of tap0 to tap%d exist".formatted(MOST - 1));
    }

    private String add(String name, Intent intent, Leases leases) throws NetworkException {
        intent.of(name);
        Mark.TAP_NOTED.pass();
        commands.run(new TapCommands(name).make());
        leases.onClose(() -> remove(name));
        Mark.TAP_MADE.pass();
        return name;
    }

    void remove(String name) {
        try {
            commands.run(new TapCommands(name).remove());
        } catch (NetworkException e) {
            if (links.exists(name)) {
                takeAway(name);
            }
        }
    }

    /// Removes a tap from whoever still has it open: a process that is ending takes its time.
    private void takeAway(String name) {
        try {
            ip("link", "del", "dev", name);
        } catch (NetworkException e) {
            if (links.exists(name)) {
                log.warn("cannot remove %s: %s".formatted(name, e.getMessage()));
            }
        }
    }

    void ip(String... arguments) throws NetworkException {
        run("ip", arguments);
    }

    void run(String program, String... arguments) throws NetworkException {
        commands.run(Stream.concat(Stream.of(program), Stream.of(arguments)).toList());
    }
}
