package vmconf.runtime.network;

import java.util.List;

/// Routing domains other than the host's own: where interfaces with an `rdomain` are.
interface Domains {
    /// Something done with links, addresses or the packet filter.
    @FunctionalInterface
    interface Step {
        void run() throws NetworkException;
    }

    /// Whether this vmd has any.
    boolean areThere();

    /// Makes those that are missing, and removes what was made and is neither in this list nor in
    /// use.
    ///
    /// @param numbers not 0
    void follow(List<Integer> numbers) throws NetworkException;

    /// Brings a link there from the host's own domain.
    void move(String link, int number) throws NetworkException;

    /// Does something in one of them; in the host's own for 0.
    void in(int number, Step step) throws NetworkException;
}
