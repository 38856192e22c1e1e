package vmconf.runtime.network;

/// Has somebody answer a guest's DHCP requests.
@FunctionalInterface
interface Responders {
    /// Somebody who answers.
    interface Answerer {
        /// Whether he still does.
        boolean isAnswering();

        /// Ends it.
        void close();
    }

    /// @param index of the interface, from 0
    /// @param tap the host's end
    Answerer start(int index, String tap, Offer offer) throws NetworkException;
}
