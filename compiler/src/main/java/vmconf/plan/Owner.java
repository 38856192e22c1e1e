package vmconf.plan;

import java.util.Optional;

/// A user and perhaps a group, as written: a name, or a decimal number. Looked up on the host by
/// the runtime.
///
/// @param user name or number
/// @param group name or number
public record Owner(String user, Optional<String> group) {

    /// What vmd assumes where no `owner` is given.
    public static final Owner ROOT = new Owner("root", Optional.empty());
}
