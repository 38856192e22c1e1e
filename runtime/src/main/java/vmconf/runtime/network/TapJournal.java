package vmconf.runtime.network;

/// Notes which devices a VM is about to get, so that they can be found when the daemon is killed.
@FunctionalInterface
public interface TapJournal {
    /// Called before the tap is made; a later name for the same interface takes the place of the
    /// earlier one.
    ///
    /// @param index of the interface, from 0
    void taking(int index, String tap) throws NetworkException;
}
