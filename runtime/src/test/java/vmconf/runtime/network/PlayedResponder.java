package vmconf.runtime.network;

import java.nio.file.Path;
import vmconf.plan.DhcpAnswer;

/// Answers DHCP on a link, in a process that a test can start where the link is.
public final class PlayedResponder {
    private PlayedResponder() {}

    /// @param arguments the link, and the MAC address of who is answered
    public static void main(String[] arguments) throws Exception {
        Links links = new Links(Path.of("/sys/class/net"));
        String link = arguments[0];
        Offer offer =
                Offer.of(
                        arguments[1],
                        DhcpAnswer.to("100.64.1.3", "100.64.1.2").forNetBoot("web-1"));
        Responder.start(links.index(link), links.mac(link), offer);
        System.out.println("ready");
        System.in.read();
        System.exit(0);
    }
}
