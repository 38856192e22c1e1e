package vmconf.runtime.network;

import java.io.IOException;
import vmconf.runtime.posix.PacketSocket;

/// Answers the DHCP requests of one guest on its tap.
final class Responder implements Responders.Answerer {
    private final PacketSocket socket;

    private Responder(PacketSocket socket) {
        this.socket = socket;
    }

    /// @param index number of the tap
    /// @param tapMac MAC address of the tap
    static Responder start(int index, String tapMac, Offer offer) throws NetworkException {
        byte[] guest = Mac.parse(offer.mac());
        byte[] tap = Mac.parse(tapMac);
        try {
            return new Responder(
                    PacketSocket.open(
                            index,
                            DhcpRequest.SERVER_PORT,
                            (socket, frame) ->
                                    DhcpRequest.parse(frame, guest, tap)
                                            .map(request -> DhcpReply.to(request, offer))
                                            .ifPresent(reply -> socket.send(reply.frame()))));
        } catch (IOException e) {
            throw new NetworkException("no DHCP for the guest: " + e.getMessage());
        }
    }

    @Override
    public boolean isAnswering() {
        return socket.isOpen();
    }

    @Override
    public void close() {
        socket.close();
    }
}
