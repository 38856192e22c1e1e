package vmconf.compiler.vmd;

import java.util.Optional;
import java.util.OptionalInt;
import vmconf.compiler.value.MacAddress;

/// The interface whose options are being read; of repeated ones the last holds, but a lock stays.
final class NicDraft {
    private String switchName = "";
    private String group = "";
    private OptionalInt rdomain = OptionalInt.empty();
    private Optional<MacAddress> lladdr = Optional.empty();
    private boolean up = true;
    private boolean locked;

    void join(String name) {
        switchName = name;
    }

    void group(String name) {
        group = name;
    }

    void rdomain(int number) {
        rdomain = OptionalInt.of(number);
    }

    /// The address that is all zero stands for none.
    void lladdr(MacAddress address) {
        lladdr = address.isZero() ? Optional.empty() : Optional.of(address);
    }

    void lock() {
        locked = true;
    }

    void up(boolean wanted) {
        up = wanted;
    }

    Nic nic(Optional<String> name, boolean local) {
        return new Nic(
                name,
                unlessEmpty(switchName),
                unlessEmpty(group),
                rdomain,
                lladdr,
                up,
                locked,
                local);
    }

    private static Optional<String> unlessEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
