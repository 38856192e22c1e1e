package vmconf.compiler.vmd;

import java.util.Optional;
import java.util.OptionalInt;
import vmconf.compiler.value.MacAddress;

/// A network interface of a VM.
///
/// @param name of the tap on the host, if it matters
/// @param switchName what the interface joins; need not be defined
/// @param rdomain 0 to 255
/// @param lladdr none until vmd chooses one
/// @param up not `down`
/// @param locked only frames with the interface's own address pass
record Nic(
        Optional<String> name,
        Optional<String> switchName,
        Optional<String> group,
        OptionalInt rdomain,
        Optional<MacAddress> lladdr,
        boolean up,
        boolean locked,
        boolean local) {
    /// One that `interfaces N` asks for.
    static final Nic PLAIN =
            new Nic(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    true,
                    false,
                    false);

    /// With the marks of its switch. Of an rdomain vmd takes over that there is one but not its
    /// number, so an interface without one of its own is put into number 0.
    Nic marked(SwitchSettings joined) {
        OptionalInt marked =
                rdomain.isEmpty() && joined.rdomain().isPresent() ? OptionalInt.of(0) : rdomain;
        return new Nic(
                name, switchName, group, marked, lladdr, up, locked || joined.locked(), local);
    }

    Nic addressed(MacAddress address) {
        return new Nic(name, switchName, group, rdomain, Optional.of(address), up, locked, local);
    }
}
