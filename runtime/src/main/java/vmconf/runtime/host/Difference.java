package vmconf.runtime.host;

import java.util.Optional;

/// Something that is not as the plan has it.
///
/// @param what it is about, e.g. `memory` or `tap0`
/// @param planned what the plan says
/// @param found what is there
/// @param fix what makes them the same, a command where there is one
public record Difference(String what, String planned, String found, Optional<String> fix) {
    public Difference(String what, String planned, String found, String fix) {
        this(what, planned, found, Optional.of(fix));
    }
}
