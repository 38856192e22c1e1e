package vmconf.runtime.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vmconf.plan.Owner;

/// Users and groups of this host, from its account files.
///
/// @param users lines of `passwd`
/// @param groups lines of `group`
public record Accounts(List<String> users, List<String> groups) {
    private static final int NAME = 0;
    private static final int NUMBER = 2;
    private static final int MEMBERS = 3;

    public Accounts {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    public static Accounts ofHost() {
        return new Accounts(lines("/etc/passwd"), lines("/etc/group"));
    }

    /// Whether this process has root's rights.
    public static boolean isRoot() {
        return ownUser() == 0;
    }

    public static int ownUser() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of a user given by name or number; as it stands when nobody has that number.
    public String userName(String nameOrNumber) {
        return nameIn(users, nameOrNumber);
    }

    public String groupName(String nameOrNumber) {
        return nameIn(groups, nameOrNumber);
    }

    public boolean hasUser(String name) {
        return field(users, NAME, name, NUMBER).isPresent();
    }

    /// By name or number.
    public boolean hasGroup(String nameOrNumber) {
        return field(groups, NAME, nameOrNumber, NUMBER).isPresent()
                || field(groups, NUMBER, nameOrNumber, NAME).isPresent();
    }

    /// Whether a user, with the primary group he came with, is the owner or in the owner's group.
    public boolean owns(Owner owner, String user, String primaryGroup) {
        return userName(owner.user()).equals(user)
                || owner.group()
                        .map(this::groupName)
                        .filter(group -> group.equals(primaryGroup) || isMember(group, user))
                        .isPresent();
    }

    /// `user` or `user:group`, as the status table shows it.
    public String describe(Owner owner) {
        return userName(owner.user())
                + owner.group().map(group -> ":" + groupName(group)).orElse("");
    }

    private boolean isMember(String group, String user) {
        return field(groups, NAME, group, MEMBERS)
                .map(members -> Arrays.asList(members.split(",")).contains(user))
                .orElse(false);
    }

    private static String nameIn(List<String> lines, String nameOrNumber) {
        return field(lines, NUMBER, nameOrNumber, NAME).orElse(nameOrNumber);
    }

    private static Optional<String> field(List<String> lines, int key, String value, int wanted) {
        return lines.stream()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length > Math.max(key, wanted))
                .filter(fields -> fields[key].equals(value))
                .map(fields -> fields[wanted])
                .findFirst();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
