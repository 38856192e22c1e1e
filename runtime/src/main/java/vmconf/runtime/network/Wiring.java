package vmconf.runtime.network;

import java.util.Optional;
import java.util.stream.Stream;
import vmconf.plan.Interface;
import vmconf.plan.LocalAddress;
import vmconf.runtime.host.Log;
import vmconf.runtime.host.Mark;

/// Makes of a tap what it is to be.
final class Wiring {
    private final Commands commands;
    private final Links links;
    private final Responders responders;
    private final LladdrLock lock;
    private final Groups groups;
    private final Log log;

    Wiring(Commands commands, Links links, Responders responders, Log log) {
        this.commands = commands;
        this.links = links;
        this.responders = responders;
        this.lock = new LladdrLock(commands);
        this.groups = new Groups(commands, Groups.NAMES);
        this.log = log;
    }

    /// Says whose a tap is that has just been made.
    void name(String tap, TapSettings settings) throws NetworkException {
        ip("link", "set", "dev", tap, "alias", settings.alias());
        Mark.TAP_NAMED.pass();
    }

    /// For a tap that has just been made, and is where it is to be.
    void connect(TapLease lease, TapSettings settings) throws NetworkException {
        String tap = lease.tap();
        if (settings.master().isPresent()) {
            move(tap, settings);
        }
        if (settings.isLocked()) {
            lock(tap, settings);
        }
        if (settings.link().local().isPresent()) {
            address(tap, settings.link().local().get());
        }
        groups.join(tap, settings.groups());
        upOrDown(tap, settings);
        Mark.TAP_UP.pass();
        answer(lease, settings.link());
        lease.settle(Optional.of(settings));
    }

    /// For a tap that a guest uses. Its addresses stay; those of IPv6 the kernel takes from a link
    /// that goes down.
    void change(TapLease lease, TapSettings settings) throws NetworkException {
        String tap = lease.tap();
        lease.settle(Optional.empty());
        if (!links.master(tap).equals(settings.master())) {
            move(tap, settings);
        }
        relock(tap, settings);
        groups.change(tap, settings.groups());
        upOrDown(tap, settings);
        if (settings.link().up() && settings.link().local().isPresent()) {
            address6(tap, "replace", settings.link().local().get());
        }
        if (!settings.link().up() || !lease.isAnswered()) {
            lease.silence();
            answer(lease, settings.link());
        }
        lease.settle(Optional.of(settings));
    }

    private void move(String tap, TapSettings settings) throws NetworkException {
        if (settings.master().isPresent()) {
            ip("link", "set", "dev", tap, "master", settings.master().get());
        } else {
            ip("link", "set", "dev", tap, "nomaster");
        }
    }

    private void relock(String tap, TapSettings settings) throws NetworkException {
        if (settings.isLocked()) {
            lock(tap, settings);
        } else if (settings.bridge().isPresent()) {
            lock.unlockPort(tap);
        }
        if (!settings.isLocked() || settings.bridge().isPresent()) {
            lock.unlock(tap);
        }
    }

    private void lock(String tap, TapSettings settings) throws NetworkException {
        if (settings.bridge().isPresent()) {
            lock.lockPort(tap, settings.link().lladdr());
        } else {
            lock.lock(tap, settings.link().lladdr());
        }
    }

    private void upOrDown(String tap, TapSettings settings) throws NetworkException {
        ip("link", "set", "dev", tap, settings.link().up() ? "up" : "down");
    }

    private void address(String tap, LocalAddress local) throws NetworkException {
        ip("addr", "add", local.host() + "/31", "dev", tap);
        address6(tap, "add", local);
    }

    private void address6(String tap, String verb, LocalAddress local) throws NetworkException {
        if (local.hostInet6().isPresent()) {
            ip("-6", "addr", verb, local.hostInet6().get() + "/96", "dev", tap);
        }
    }

    /// Has the guest's DHCP answered on a local interface that is up.
    void answer(TapLease lease, Interface link) throws NetworkException {
        if (link.up() && link.local().isPresent()) {
            Offer offer = Offer.of(link.lladdr(), link.local().get().dhcp());
            lease.answer(responders.start(lease.index(), lease.tap(), offer));
        }
    }

    /// Before the tap goes.
    void disconnect(TapLease lease) {
        lease.silence();
        if (lease.settings().filter(Wiring::isInNft).isPresent() || lease.settings().isEmpty()) {
            forget(lease.tap());
        }
    }

    private static boolean isInNft(TapSettings settings) {
        return !settings.groups().isEmpty() || (settings.isLocked() && settings.bridge().isEmpty());
    }

    /// Nothing is left of it in the packet filter.
    private void forget(String tap) {
        try {
            groups.leave(tap);
            lock.unlock(tap);
        } catch (NetworkException e) {
            log.warn("%s: %s".formatted(tap, e.getMessage()));
        }
    }

    /// Removes what the packet filter knows of taps that are there no more.
    void sweep() {
        try {
            Stream.concat(groups.members().stream(), lock.locked().stream())
                    .distinct()
                    .filter(tap -> !links.exists(tap))
                    .forEach(this::forget);
        } catch (NetworkException e) {
            log.debug("packet filter: " + e.getMessage());
        }
    }

    private void ip(String... arguments) throws NetworkException {
        commands.run(Stream.concat(Stream.of("ip"), Stream.of(arguments)).toList());
    }
}
