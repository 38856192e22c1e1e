package vmconf.runtime.network;

import java.util.List;
import java.util.Optional;

/// Routing domains other than the host's own: where interfaces with an `rdomain` are. Each is known
/// by its number, from 1 to 255, and called `vmd-rdomainN`. May be used by any thread.
interface Domains {
    /// What their names begin with.
    String NAME = "vmd-rdomain";

    /// Something done with links, addresses or the packet filter.
    @FunctionalInterface
    interface Step {
        void run() throws NetworkException;
    }

    static String name(int number) {
        return NAME + number;
    }

    /// Why there cannot be any; absent when there can.
    Optional<String> refusal();

    /// Whether one has been made, by whomever.
    boolean isThere(int number);

    /// Makes one that is missing.
    void make(int number) throws NetworkException;

    /// Removes what was made and is neither in this list nor in use.
    void keepOnly(List<Integer> numbers) throws NetworkException;

    /// Whether its links are not among those of the host.
    boolean isElsewhere(int number);

    /// The device that a link is put into to be there; absent when it is there by itself.
    Optional<String> device(int number);

    /// Brings a link there from those of the host.
    void move(String link, int number) throws NetworkException;

    /// Does something where its links are.
    void in(int number, Step step) throws NetworkException;

    /// The same on a host where only notes are taken.
    Domains on(Recorder recorder, Links imagined);
}
