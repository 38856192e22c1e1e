package vmconf.runtime.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import vmconf.plan.Owner;
import vmconf.runtime.host.Accounts;

/// Who is at the other end of a connection, as the kernel says.
///
/// @param user name of the user, or the number of one without name
/// @param group of the primary group
record Peer(String user, String group) {
    static Peer of(SocketChannel channel) throws IOException {
        UnixDomainPrincipal principal = channel.getOption(ExtendedSocketOptions.SO_PEERCRED);
        return new Peer(principal.user().getName(), principal.group().getName());
    }

    /// Root and the daemon's own user may do everything, an owner what concerns his VM.
    boolean mayControl(Owner owner, Accounts accounts) {
        return user.equals(accounts.userName("0"))
                || user.equals(accounts.userName(Integer.toString(Accounts.ownUser())))
                || accounts.owns(owner, user, group);
    }
}
