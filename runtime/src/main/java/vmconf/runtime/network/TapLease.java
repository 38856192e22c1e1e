package vmconf.runtime.network;

import java.util.Optional;

/// One tap that a VM holds, and what has been done with it. Used by one thread at a time, but for
/// whether it is answered.
final class TapLease {
    private final int index;
    private final String tap;
    private Optional<TapSettings> settings = Optional.empty();
    private volatile Optional<Responders.Answerer> answerer = Optional.empty();

    /// @param index of its interface, from 0
    TapLease(int index, String tap) {
        this.index = index;
        this.tap = tap;
    }

    int index() {
        return index;
    }

    String tap() {
        return tap;
    }

    /// What it is; absent while that is not known.
    Optional<TapSettings> settings() {
        return settings;
    }

    void settle(Optional<TapSettings> now) {
        settings = now;
    }

    /// Somebody answers the guest's DHCP. May be asked by any thread.
    boolean isAnswered() {
        return answerer.filter(Responders.Answerer::isAnswering).isPresent();
    }

    void answer(Responders.Answerer by) {
        answerer = Optional.of(by);
    }

    /// Ends the answering of DHCP. Idempotent.
    void silence() {
        answerer.ifPresent(Responders.Answerer::close);
        answerer = Optional.empty();
    }
}
