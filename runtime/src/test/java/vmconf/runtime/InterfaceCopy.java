package vmconf.runtime;

import java.util.Optional;
import vmconf.plan.Interface;

/// An interface like another, but for what is said of it.
final class InterfaceCopy {
    private final Interface link;
    private String tap;
    private boolean locked;
    private boolean up;
    private Optional<String> group;
    private Optional<Integer> rdomain;

    InterfaceCopy(Interface link) {
        this.link = link;
        tap = link.tap();
        locked = link.lockedLladdr();
        up = link.up();
        group = link.group();
        rdomain = link.rdomain();
    }

    InterfaceCopy tap(String other) {
        tap = other;
        return this;
    }

    InterfaceCopy locked() {
        locked = true;
        return this;
    }

    InterfaceCopy down() {
        up = false;
        return this;
    }

    InterfaceCopy group(String other) {
        group = Optional.of(other);
        return this;
    }

    InterfaceCopy rdomain(int other) {
        rdomain = Optional.of(other);
        return this;
    }

    Interface make() {
        return new Interface(
                tap, link.lladdr(), locked, link.switchName(), group, rdomain, up, link.local());
    }
}
