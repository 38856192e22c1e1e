package vmconf.runtime.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import vmconf.plan.Owner;
import vmconf.runtime.host.Accounts;
import vmconf.runtime.posix.AccountDatabase;
import vmconf.runtime.posix.Credentials;

/// Who is at the other end of a connection: user and primary group as the kernel says, the other
/// groups as the host's database does.
///
/// @param user name of the user, or the number of one without name
/// @param groupNames names of all groups that have one
record Peer(String user, Credentials credentials, Set<String> groupNames) {
    private static final String NUMBER = "[0-9]{1,9}";

    Peer {
        groupNames = Set.copyOf(groupNames);
    }

    /// @throws IOException when the kernel's answer cannot be told from another one's
    static Peer of(SocketChannel channel) throws IOException {
        UnixDomainPrincipal principal = channel.getOption(ExtendedSocketOptions.SO_PEERCRED);
        String name = principal.user().getName();
        Optional<AccountDatabase.User> account = AccountDatabase.user(name);
        int user = number(name, account.map(AccountDatabase.User::number));
        String groupName = principal.group().getName();
        int group = number(groupName, AccountDatabase.group(groupName));
        Set<Integer> groups = new HashSet<>();
        groups.add(group);
        account.ifPresent(each -> groups.addAll(AccountDatabase.groups(name, each.group())));
        Set<String> names = new HashSet<>();
        groups.forEach(each -> AccountDatabase.groupName(each).ifPresent(names::add));
        return new Peer(name, new Credentials(user, group, List.copyOf(groups)), names);
    }

    /// A name that is a number is that of nobody's number, unless somebody is called so.
    private static int number(String name, Optional<Integer> known) throws IOException {
        if (name.matches(NUMBER) && known.isEmpty()) {
            return Integer.parseInt(name);
        }
        if (name.matches("[0-9]+") || known.isEmpty()) {
            throw new IOException("who is %s?".formatted(name));
        }
        return known.get();
    }

    int number() {
        return credentials.user();
    }

    /// Root, and the daemon's own user, may do everything.
    boolean mayDoAll() {
        return number() == 0 || number() == Accounts.ownUser();
    }

    boolean mayControl(Owner owner) {
        return mayDoAll() || isOrBelongsTo(owner);
    }

    /// Whether this is the owner's user or has the owner's group.
    boolean isOrBelongsTo(Owner owner) {
        return is(owner.user()) || owner.group().filter(this::has).isPresent();
    }

    private boolean is(String owner) {
        if (owner.matches(NUMBER)) {
            return Integer.parseInt(owner) == number();
        }
        return owner.equals(user)
                || AccountDatabase.user(owner)
                        .filter(each -> each.number() == number())
                        .isPresent();
    }

    private boolean has(String group) {
        if (group.matches(NUMBER)) {
            int number = Integer.parseInt(group);
            return number == credentials.group() || credentials.groups().contains(number);
        }
        return groupNames.contains(group);
    }
}
