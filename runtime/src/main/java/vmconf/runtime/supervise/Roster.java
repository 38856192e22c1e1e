package vmconf.runtime.supervise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The supervisors of one generation. Replaced as a whole.
///
/// @param known in the order of the plan
/// @param leaving those whose VM is not in the plan, and that go when their guest has stopped
record Roster(Generation generation, List<Supervisor> known, List<Supervisor> leaving) {
    Roster {
        known = List.copyOf(known);
        leaving = List.copyOf(leaving);
    }

    Stream<Supervisor> all() {
        return Stream.concat(known.stream(), leaving.stream().filter(Supervisor::isThere));
    }

    Optional<Supervisor> named(String name) {
        return all().filter(each -> each.vm().name().equals(name)).findFirst();
    }

    Optional<Supervisor> numbered(int id) {
        return all().filter(each -> each.vm().id() == id).findFirst();
    }

    /// The numbers in use, by name.
    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        all().forEach(each -> numbers.put(each.vm().name(), each.vm().id()));
        return numbers;
    }

    Roster with(Supervisor guest) {
        return new Roster(
                generation, known, Stream.concat(leaving.stream(), Stream.of(guest)).toList());
    }

    Roster without(Supervisor gone) {
        return new Roster(
                generation, known, leaving.stream().filter(each -> each != gone).toList());
    }
}
