package vmconf.runtime.network;

import java.util.List;
import vmconf.plan.machine.TapCommands;

/// `locked lladdr`: what a guest sends from another MAC address is dropped.
///
/// A port of a bridge learns nothing, takes frames from one address only, and is not flooded with
/// those for addresses that nobody knows. A tap on its own has a chain of its name in the table
/// `netdev vmd`.
final class LladdrLock {
    private final Commands commands;
    private final Nft nft;

    LladdrLock(Commands commands) {
        this.commands = commands;
        this.nft = new Nft(commands, TapCommands.LOCKS);
    }

    void lockPort(String tap, String mac) throws NetworkException {
        run(new TapCommands(tap).lockPort(mac));
    }

    void unlockPort(String tap) throws NetworkException {
        run(new TapCommands(tap).unlockPort());
    }

    private void run(List<List<String>> all) throws NetworkException {
        for (List<String> each : all) {
            commands.run(each);
        }
    }

    void lock(String tap, String mac) throws NetworkException {
        nft.filter(new TapCommands(tap).lock(mac));
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
