package vmconf.runtime.network;

import java.util.Optional;

/// One tap that a VM holds, and what has been done with it. Used by one thread at a time, but for
/// whether it is answered.
final class TapLease {
    private final int index;
    private final String tap;
    private final int domain;
    private Optional<TapSettings> settings = Optional.empty();
    private volatile Optional<Responders.Answerer> answerer = Optional.empty();

    /// @param index of its interface, from 0
    /// @param domain routing domain that it is in, or is brought to, where its links are not among
    /// those of the host; else 0
    TapLease(int index, String tap, int domain) {
        this.index = index;
        this.tap = tap;
        this.domain = domain;
    }

    int index() {
        return index;
    }

    int domain() {
        return domain;
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
