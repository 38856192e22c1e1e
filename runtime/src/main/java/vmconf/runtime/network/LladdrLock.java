package vmconf.runtime.network;

import java.util.List;
import java.util.stream.Stream;

/// `locked lladdr`: what a guest sends from another MAC address is dropped.
///
/// A port of a bridge learns nothing, takes frames from one address only, and is not flooded with
/// those for addresses that nobody knows. A tap on its own has a chain of its name in the table
/// `netdev vmd`.
final class LladdrLock {
    static final String TABLE = "netdev vmd";

    private final Commands commands;
    private final Nft nft;

    LladdrLock(Commands commands) {
        this.commands = commands;
        this.nft = new Nft(commands, TABLE);
    }

    void lockPort(String tap, String mac) throws NetworkException {
        port(tap, "off", "on", "off");
        bridge("fdb", "replace", mac, "dev", tap, "master", "static");
    }

    void unlockPort(String tap) throws NetworkException {
        port(tap, "on", "off", "on");
        bridge("fdb", "flush", "dev", tap, "master", "static");
    }

    private void port(String tap, String learning, String locked, String flood)
            throws NetworkException {
        bridge("link", "set", "dev", tap, "learning", learning, "locked", locked, "flood", flood);
    }

    private void bridge(String... arguments) throws NetworkException {
        commands.run(Stream.concat(Stream.of("bridge"), Stream.of(arguments)).toList());
    }

    void lock(String tap, String mac) throws NetworkException {
        nft.filter(tap, "ether saddr != %s drop".formatted(mac));
    }

    /// Idempotent.
    void unlock(String tap) throws NetworkException {
        nft.removeFilter(tap);
    }

    /// Names of the taps that are locked on their own.
    List<String> locked() throws NetworkException {
        return nft.chains();
    }
}
