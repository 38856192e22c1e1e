package vmconf.runtime.posix;

import java.util.List;

/// Whose rights a file is opened with.
///
/// @param user number
/// @param group number of the primary group
/// @param groups numbers of the other groups
public record Credentials(int user, int group, List<Integer> groups) {
    public Credentials {
        groups = List.copyOf(groups);
    }
}
