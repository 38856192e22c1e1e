package vmconf.runtime.posix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jnr.ffi.Memory;
import jnr.ffi.NativeLong;
import jnr.ffi.Pointer;

/// Users and groups as the C library knows them: from files, from a directory service, from
/// wherever the host's `nsswitch.conf` says. Always asked anew.
public final class AccountDatabase {
    private static final int ENTRY = 256;
    private static final int USUAL_TEXT = 16 << 10;
    private static final int LONGEST_TEXT = 16 << 20;
    private static final int LONGEST_NAME = 256;
    private static final int USUAL_GROUPS = 256;

    // struct passwd and struct group on 64 bits: two pointers come first
    private static final int NUMBER = 16;
    private static final int PRIMARY_GROUP = 20;

    private AccountDatabase() {}

    /// A user's numbers.
    ///
    /// @param group of the primary group
    public record User(int number, int group) {}

    public static Optional<User> user(String name) {
        return entry(
                        (entry, text, size, result) ->
                                Posix.C.getpwnam_r(name, entry, text, size, result))
                .map(found -> new User(found.getInt(NUMBER), found.getInt(PRIMARY_GROUP)));
    }

    public static Optional<Integer> group(String name) {
        return entry(
                        (entry, text, size, result) ->
                                Posix.C.getgrnam_r(name, entry, text, size, result))
                .map(found -> found.getInt(NUMBER));
    }

    public static Optional<String> groupName(int number) {
        return entry(
                        (entry, text, size, result) ->
                                Posix.C.getgrgid_r(number, entry, text, size, result))
                .map(found -> found.getPointer(0))
                .map(name -> name.getString(0, LONGEST_NAME, StandardCharsets.UTF_8));
    }

    /// Numbers of all groups a user is in, the given one included.
    public static List<Integer> groups(String user, int primary) {
        int[] count = {USUAL_GROUPS};
        int[] groups = new int[USUAL_GROUPS];
        if (Posix.C.getgrouplist(user, primary, groups, count) < 0) {
            groups = new int[count[0]];
            Posix.C.getgrouplist(user, primary, groups, count);
        }
        return Arrays.stream(groups, 0, Math.min(count[0], groups.length)).boxed().toList();
    }

    private interface Look {
        int up(Pointer entry, Pointer text, NativeLong size, Pointer result);
    }

    /// The entry; its strings live as long as it is reachable with its buffer, which is why they
    /// are read at once.
    private static Optional<Pointer> entry(Look look) {
        for (int size = USUAL_TEXT; size <= LONGEST_TEXT; size *= 8) {
            Pointer entry = Memory.allocateDirect(Posix.RUNTIME, ENTRY + size);
            Pointer result = Memory.allocateDirect(Posix.RUNTIME, Long.BYTES);
            Pointer text = entry.slice(ENTRY, size);
            int error = look.up(entry, text, Posix.size(size), result);
            if (error != Posix.ERANGE) {
                boolean found = error == 0 && result.getLong(0) != 0;
                return found ? Optional.of(entry) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
