package vmconf.runtime.network;

/// Has somebody answer a guest's DHCP requests.
@FunctionalInterface
interface Responders {
    /// @param index of the interface, from 0
    /// @param tap the host's end
    /// @return ends it
    Leases.Undo start(int index, String tap, Offer offer) throws NetworkException;
}
