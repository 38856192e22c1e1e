package vmconf.runtime.supervise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Supervisors in an order, found by the name and by the number of their VM, neither of which
/// changes while they are here. Of two alike the first is found.
final class Supervisors {
    private final List<Supervisor> inOrder;
    private final Map<String, Supervisor> byName;
    private final Map<Integer, Supervisor> byNumber;

    private Supervisors(List<Supervisor> inOrder) {
        this.inOrder = List.copyOf(inOrder);
        this.byName = HashMap.newHashMap(inOrder.size());
        this.byNumber = HashMap.newHashMap(inOrder.size());
        for (Supervisor each : inOrder) {
            byName.putIfAbsent(each.vm().name(), each);
            byNumber.putIfAbsent(each.vm().id(), each);
        }
    }

    static Supervisors of(List<Supervisor> inOrder) {
        return new Supervisors(inOrder);
    }

    Stream<Supervisor> stream() {
        return inOrder.stream();
    }

    Optional<Supervisor> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Supervisor> numbered(int id) {
        return Optional.ofNullable(byNumber.get(id));
    }

    /// The same that are there, with one more at the end.
    Supervisors with(Supervisor one) {
        return of(Stream.concat(stream().filter(Supervisor::isThere), Stream.of(one)).toList());
    }

    Supervisors without(Supervisor one) {
        return of(stream().filter(each -> each != one).toList());
    }
}
